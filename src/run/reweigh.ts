import { worded } from '../locales/findings.js'
import type { Language } from '../locales/index.js'
import type { RowFinding } from '../model/finding-row.js'
import { lowered } from '../second-look/index.js'

/** How a person wants the findings said and weighed. */
export interface Weighing {
  /** Findings whose figures are less than so many 元 apart are info; decimal text, default 0. */
  minDifference?: string | undefined
  /** Of the sentences of findings; default: zh-CN. */
  language?: Language | undefined
}

/** What a run makes of a finding beside what its check says; the same finding always gives the same. */
export const reweighed = <F extends RowFinding>(
  finding: F,
  { minDifference, language = 'zh-CN' }: Weighing,
): F => worded(lowered(finding, minDifference), language)
