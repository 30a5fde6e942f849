/** Pages of a file, from 1: spans with both ends, in order, none of which touch. */
export type PageRange = readonly (readonly [first: number, last: number])[]

const SPAN = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/

/** `3-10,15`, with Chinese commas too; undefined where it names no pages. */
export function asPageRange(text: string): PageRange | undefined {
  const spans: [number, number][] = []
  for (const part of text.split(/[,，、]/)) {
    const [, first, last = first] = SPAN.exec(part.trim()) ?? []
    if (first === undefined || Number(last) < Number(first)) return undefined
    spans.push([Number(first), Number(last)])
  }
  const joined: [number, number][] = []
  for (const [first, last] of spans.sort((a, b) => a[0] - b[0])) {
    const before = joined.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else joined.push([first, last])
  }
  return joined
}

export const holds = (range: PageRange, page: number): boolean =>
  range.some(([first, last]) => first <= page && page <= last)

/** The same pages always have the same name. */
export const rangeName = (range: PageRange): string =>
  range.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
