import { layOut } from '../../src/layout/index.js'
import type { Page } from '../../src/model/page.js'

/** Counts over pages. */
export interface DecimalScore {
  truth: number
  read: number
  right: number
}

/** Figures with a decimal point in a text: the digits of one figure are glued, commas for thousands dropped. */
export function decimalsIn(text: string): string[] {
  const glued = text.normalize('NFKC').replace(/(?<=\d)\s*([.,])\s*(?=\d)/g, '$1')
  const printed = glued.match(/(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+/g) ?? []
  return printed.map((figure) => figure.replaceAll(',', ''))
}

/** Figures with a decimal point on a page, as layout puts its characters together. */
export function decimalsOn(page: Page): string[] {
  const { blocks, furniture } = layOut([page])
  const texts = blocks.flatMap((block) =>
    block.kind === 'table'
      ? [
          ...block.cells.map((c) => c.text),
          ...block.captionTexts,
          ...block.noteTexts,
          ...block.repeatedHeader,
        ]
      : block.kind === 'heading'
        ? [block.numberText, block.title]
        : [block.text],
  )
  return [...texts, ...furniture.map((line) => line.text)].flatMap((t) => decimalsIn(t.text))
}

/** Holds the figures of a page against the printed ones; each counts as often as it stands there. */
export function scoreDecimals(truth: readonly string[], read: readonly string[]): DecimalScore {
  const open = new Map<string, number>()
  for (const figure of truth) open.set(figure, (open.get(figure) ?? 0) + 1)
  let right = 0
  for (const figure of read) {
    const left = open.get(figure) ?? 0
    if (left === 0) continue
    open.set(figure, left - 1)
    right++
  }
  return { truth: truth.length, read: read.length, right }
}

/** What is missing and what is too much, for a developer to look at. */
export function differing(
  truth: readonly string[],
  read: readonly string[],
): { missed: string[]; extra: string[] } {
  const without = (list: readonly string[], taken: readonly string[]): string[] => {
    const left = [...list]
    for (const figure of taken) {
      const at = left.indexOf(figure)
      if (at >= 0) left.splice(at, 1)
    }
    return left
  }
  return { missed: without(truth, read), extra: without(read, truth) }
}
