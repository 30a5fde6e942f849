/** Key of a labelled fact, as the labels write it. */
export interface Key {
  concept: string
  fund?: string
  function_code?: string
  economy_code?: string
  nature?: string
  year: number | ''
  basis?: string
  measure?: string
}

/** A figure with its meaning; `printed` differs from `value` where a fault is planted. */
export interface Figure {
  value: number
  keys: Key[]
  label: string
  /** 元 that one printed unit stands for; 1 for counts and percentages. */
  per?: number
  printed?: number
  decimals?: number
  commas?: boolean
}

export type Cell = string | Figure | null
export interface HeadCell {
  text: string
  columns?: number
  rows?: number
}
export interface Fact extends Required<Key> {
  value: string
  unit: string
  raw: string
  source: 'table' | 'prose'
  page: number
  label: string
}
export interface Truth {
  facts: Fact[]
  sections: { level: number; number: string; title: string; page: number }[]
  tables: { title: string; unit: string; page_first: number; page_last: number; empty: boolean }[]
  findings: {
    severity: string
    kind: string
    pages: string
    subject: string
    expected: string
    actual: string
    difference: string
    explanation: string
  }[]
}

/** A ruled table and what stands around it. */
export interface TableOptions {
  title: string
  marker?: string
  left?: string
  unit: string
  widths: number[]
  head: HeadCell[][]
  rows: Cell[][]
  /** Cells that span: row index → first cell over so many columns. */
  spans?: Map<number, number>
  repeatHead?: boolean
  note?: string
  landscape?: boolean
  size?: number
  noFigures?: boolean
}

/** A paper under way: writes down what it prints, on whatever it prints it. */
export abstract class Paper {
  readonly truth: Truth = { facts: [], sections: [], tables: [], findings: [] }
  /** Ending of the file's name. */
  abstract readonly extension: 'pdf' | 'html' | 'docx' | 'xlsx'
  /** 0 where the paper has no pages. */
  protected page = 0

  abstract newPage(landscape?: boolean): void
  /** Centred line; for covers and titles. */
  abstract centred(text: string, size: number, bold?: boolean, gap?: number): void
  abstract skip(points: number): void
  abstract heading(level: number, number: string, title: string): void
  /** Running text with figures in it. */
  abstract prose(parts: (string | Figure)[], unit?: string): void
  abstract table(options: TableOptions): void
  abstract finish(): Promise<Buffer>

  /** Writes down zeros that words state: that there is none of a fund. */
  noMoney(label: string, keys: readonly Key[]): void {
    for (const key of keys) this.writeDown({ ...key, measure: 'amount' }, '0', '', '无', 'prose', label)
  }

  protected note(figure: Figure, printed: string, unit: string, source: Fact['source']): void {
    const per = figure.per ?? (unit === '万元' ? 10000 : 1)
    const value = figure.printed ?? figure.value
    for (const key of figure.keys) {
      const own = per === 10000 ? '万元' : per === 1 && /pct/.test(key.measure ?? '') ? '%' : unit
      this.writeDown(key, String(value), own, printed, source, figure.label)
    }
  }

  private writeDown(
    key: Key,
    value: string,
    unit: string,
    raw: string,
    source: Fact['source'],
    label: string,
  ): void {
    this.truth.facts.push({
      concept: key.concept,
      fund: key.fund ?? '',
      function_code: key.function_code ?? '',
      economy_code: key.economy_code ?? '',
      nature: key.nature ?? '',
      year: key.year,
      basis: key.basis ?? 'budget',
      measure: key.measure ?? 'amount',
      value,
      unit,
      raw,
      source,
      page: this.page,
      label,
    })
  }
}

/** The printed characters of a figure. */
export function raw(figure: Figure): string {
  const value = Math.abs(figure.printed ?? figure.value) / (figure.per ?? 1)
  const text = value.toFixed(figure.decimals ?? 2)
  const [whole, part] = text.split('.') as [string, string | undefined]
  const grouped = figure.commas === false ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part ? `${grouped}.${part}` : grouped
}
