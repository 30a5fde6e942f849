/** What a bureau may write for the contract's words: the words themselves, or the Chinese ones. */
export const KINDS = {
  budget: 'budget',
  final: 'final',
  预算: 'budget',
  决算: 'final',
  部门预算: 'budget',
  部门决算: 'final',
} as const

export const LEVELS = {
  department: 'department',
  unit: 'unit',
  部门: 'department',
  单位: 'unit',
  '': 'department',
} as const

export const BASES = {
  budget: 'budget',
  final: 'final',
  initial: 'initial',
  adjusted: 'adjusted',
  execution: 'execution',
  预算数: 'budget',
  决算数: 'final',
  年初预算数: 'initial',
  调整预算数: 'adjusted',
  预算执行数: 'execution',
  '': '',
} as const

export const FUNDS = {
  all: 'all',
  fiscal: 'fiscal',
  general: 'general',
  'government-fund': 'government-fund',
  'state-capital': 'state-capital',
  财政拨款: 'fiscal',
  一般公共预算: 'general',
  政府性基金预算: 'government-fund',
  国有资本经营预算: 'state-capital',
  '': '',
} as const
