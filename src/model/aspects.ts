import type { Basis, Fund, Measure, Nature, SectionType, TableType } from './filing.js'

/** What a column holds where it holds no money. */
export type ColumnRole =
  | 'class' // 类
  | 'section' // 款
  | 'item' // 项
  | 'code' // whole codes, or a code with its name
  | 'name'
  | 'entity-code'
  | 'entity'
  | 'year'
  | 'ignored'

/** Which classification names or codes belong to; `usage` lists spending by what it is for, `project` by project. */
export type Classification = 'function' | 'economy' | 'government' | 'usage' | 'project'

/**
 * What printed words say of the figures they stand over or beside. Each word sets few aspects; the meaning of a figure
 * is what its table, its column and its row say together.
 */
export interface Aspects {
  side?: 'revenue' | 'expenditure' | 'both'
  concept?: string
  fund?: Fund
  nature?: Nature
  basis?: Basis
  measure?: Measure
  /** Years before (-1) the fiscal year. */
  yearOffset?: number
  /** A year printed in digits. */
  year?: string
  /** 本年, 当年: without what was carried in. */
  ofTheYear?: true
  /** The year's money from above (提前通知转移支付): what stands beside it is the place's own share of the year. */
  announced?: true
  /**
   * The sum of what stands beside or below: of all of it (合计, 总计), of a group (小计), or of the year's budget with what
   * is carried in, where its parts stand beside it (本年预算).
   */
  total?: 'whole' | 'part' | 'year'
  /** Money carried in or out; `yes` where the words leave it open. */
  carry?: 'in' | 'out' | 'yes'
  /** Several sources together: no concept covers their sum, their parts may have one. */
  umbrella?: true
  /** A kind of figure that the contract keeps without facts. */
  none?: true
  role?: ColumnRole
  classification?: Classification
  /** Votes for the kind of a table, by weight. */
  kinds?: Partial<Record<TableType, number>>
  /** Votes for what a section is about, by weight. */
  sections?: Partial<Record<SectionType, number>>
}
