/** Half-width forms, no spaces, no quotes: how printed words are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"'‘’「」《》＂]/g, '')
    .replace(/[﹕∶]/g, ':')
