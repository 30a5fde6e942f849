/** A bracket that states figures of its own; `start` is its opening, `end` behind its closing sign. */
export interface Bracket {
  start: number
  end: number
}

/** Stands for the characters of a bracket that is read apart, so that places stay places. */
export const APART = '\u0000'

/** A figure with a name, a comparison or a second figure: more than the percentage or code of what stands before. */
const STATES = /[\u4e00-\u9fff][^()]*?\d[\d,.]*(?:亿元|万元|元|万)/

/** The outermost brackets of a folded text that state figures: `（购置费0万元，比上年减少3万元；运行费…。）`. */
export function bracketsOf(folded: string): Bracket[] {
  const found: Bracket[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < folded.length; i++) {
    if (folded[i] === '(' && depth++ === 0) start = i
    else if (folded[i] === ')' && depth > 0 && --depth === 0 && STATES.test(folded.slice(start, i)))
      found.push({ start, end: i + 1 })
    // What is never closed is no bracket.
    else if (folded[i] === '\n') depth = 0
  }
  return found
}

/** The text with its brackets taken out of sight, every place kept. */
export function withoutBrackets(folded: string, brackets: readonly Bracket[]): string {
  let out = folded
  for (const { start, end } of brackets)
    out = out.slice(0, start) + APART.repeat(end - start) + out.slice(end)
  return out
}
