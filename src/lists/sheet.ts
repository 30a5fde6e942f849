import stringWidth from 'string-width'

/** An exact amount in 元. */
export interface Amount {
  yuan: string
}

export type Value = string | number | Amount

/** A list as it is printed: the same for workbooks and documents. */
export interface Sheet {
  name: string
  title: string
  columns: Column[]
  rows: Value[][]
}

export interface Column {
  head: string
  /** In characters of half width. */
  width: number
  /** Numbers and codes stand in the middle of their column. */
  centred?: boolean
  /** Figures that are text, as they are printed. */
  right?: boolean
}

/** As a person reads it: groups of three digits, at least two after the point. */
export function amountText({ yuan }: Amount): string {
  const [whole = '', fraction = ''] = yuan.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`
}

/** An amount; empty where there is none. */
export const amount = (yuan: string): Value => (yuan === '' ? '' : { yuan })

/** In characters; an amount that does not fit into its column shows as #### in sheets, and breaks in documents. */
export const widthsOf = (columns: readonly Column[], rows: readonly Value[][]): number[] =>
  columns.map((column, i) =>
    rows.reduce((most, row) => {
      const value = row[i] ?? ''
      return isFigure(value, column) ? Math.max(most, widthOf(value) + 2) : most
    }, column.width),
  )

/** An amount, or a figure as it is printed; words that stand among them break like other words. */
export const isFigure = (value: Value, { right }: Column): boolean =>
  typeof value === 'object' ||
  (right === true && typeof value === 'string' && /^[-+\d]/.test(value) && value.length < 30)

const widthOf = (value: Value): number =>
  stringWidth(typeof value === 'object' ? amountText(value) : String(value))
