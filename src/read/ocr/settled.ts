import type { ReadCharacter } from './engine.js'

/** As likely wrong as right, however sure the recognizer is. */
export const UNSURE = 0.5
const MOST_RIVALS = 3

/** A character that can only be printed as `text`; what was read stays among the alternatives. */
export const settledAs = (c: ReadCharacter, text: string): ReadCharacter =>
  c.text === text
    ? c
    : {
        ...c,
        text,
        alternatives: [
          { text: c.text, confidence: c.confidence },
          ...c.alternatives.filter((a) => a.text !== text),
        ].slice(0, MOST_RIVALS),
      }
