import type { Leaf, PageSummary } from '../model/document.js'
import type { Extracted } from '../model/filing.js'
import type { KeptReadings } from '../model/reading.js'
import { shortHash } from '../model/short-hash.js'

/** Pages of the file; the leaves of an open booklet are one, with the numbers of both printed on it. */
export function pagesOfFile(pages: readonly PageSummary[]): PageSummary[] {
  const merged: PageSummary[] = []
  for (const { leaf, ...page } of pages) {
    const last = merged.at(-1)
    if (last && leaf && last.number === leaf.page) {
      last.characters += page.characters
      last.printedPage = [last.printedPage, page.printedPage].filter(Boolean).join(' ')
    } else merged.push(leaf ? { ...page, number: leaf.page, width: leaf.width } : page)
  }
  return merged
}

type OnLeaves = Pick<Extracted, 'sections' | 'tables' | 'facts' | 'loose_numbers' | 'text_apart'>

/** What was read of leaves, on the pages of the file that they are pictured on: page numbers, boxes and ids. */
export function onPagesOfFile<T extends OnLeaves>(
  { extracted, readings }: { extracted: T; readings: KeptReadings },
  pages: readonly PageSummary[],
): { extracted: T; readings: KeptReadings } {
  const leaves = new Map(pages.flatMap(({ number, leaf }) => (leaf ? [[number, leaf] as const] : [])))
  if (leaves.size === 0) return { extracted, readings }
  const onFile = new PlacesOfLeaves(leaves)
  return {
    extracted: {
      ...extracted,
      sections: extracted.sections.map((s) => ({
        ...onFile.print(s),
        section_id: onFile.id(s.section_id),
        parent_id: onFile.id(s.parent_id),
        lines: s.lines.map((line) => onFile.line(line)),
      })),
      tables: extracted.tables.map((t) => ({
        ...t,
        table_id: onFile.id(t.table_id),
        section_id: onFile.id(t.section_id),
        page_first: onFile.page(t.page_first),
        page_last: onFile.page(t.page_last),
        cells: t.cells.map((cell) => onFile.print(cell)),
      })),
      facts: extracted.facts.map((f) => ({
        ...onFile.print(f),
        fact_id: onFile.id(f.fact_id),
        table_id: onFile.id(f.table_id),
        section_id: onFile.id(f.section_id),
      })),
      loose_numbers: extracted.loose_numbers.map((n) => onFile.print(n)),
      text_apart: extracted.text_apart.map((t) => ({ ...t, page: onFile.page(t.page) })),
    },
    readings: new Map([...readings].map(([id, text]) => [onFile.id(id), text])),
  }
}

/** Of the file instead of its leaves. */
class PlacesOfLeaves {
  constructor(private readonly leaves: ReadonlyMap<number, Leaf>) {}

  page = (leaf: number): number => this.of(leaf).page

  print<T extends { page: number; bbox: string }>(print: T): T {
    return { ...print, page: this.page(print.page), bbox: this.box(print.page, print.bbox) }
  }

  /** `offset page x0 y0 x1 y1`, as sections keep their lines. */
  line(text: string): string {
    const [offset, page, ...box] = text.split(' ')
    return `${offset} ${this.page(Number(page))} ${this.box(Number(page), box.join(' '))}`
  }

  /** Ids bear the page; what stood in one place on both leaves keeps two of them. */
  id = (id: string): string =>
    id.replace(
      /^(.*-[fst])(\d+)-.+$/,
      (whole, kind, leaf) => `${kind}${this.page(Number(leaf))}-${shortHash(whole)}`,
    )

  private box(leaf: number, bbox: string): string {
    const { x } = this.of(leaf)
    return bbox
      .split(' ')
      .map((n, i) => (i % 2 === 0 ? Number(n) + x : Number(n)).toFixed(1))
      .join(' ')
  }

  private of(number: number): Leaf {
    const leaf = this.leaves.get(number)
    if (!leaf) throw new Error(`no leaf ${number}`)
    return leaf
  }
}
