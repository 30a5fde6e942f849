/** Digits of a number without the zeros at its ends: how many tell it from others. */
export const significantDigits = (text: string): number =>
  text.replace(/\D/g, '').replace(/^0+|0+$/g, '').length

/** A difference of fewer digits comes twice by chance. */
const FEWEST = 3

export const isTelling = (text: string): boolean => significantDigits(text) >= FEWEST
