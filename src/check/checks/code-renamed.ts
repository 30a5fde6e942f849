import type { Extracted } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { codeAt, FUNCTION, isOneOf, type PrintedCode, printedCodes } from '../codes.js'
import { at } from '../naming.js'
import { wordsFail, wordsHold } from '../print.js'

/** 医疗卫生与计划生育支出 in 2024. */
export const codeRenamed: Check = {
  id: 'YS-CODE-RENAMED',
  asserts: {
    zh: '科目用当年的名称，不用改名前的旧名称。',
    en: 'Codes bear the name of the fiscal year, not one from before they were renamed.',
  },
  basis: '当年政府收支分类科目；改名年份不确定的和改名后两年内的只作提示。',
  kinds: ['budget', 'final'],
  years: { from: 2018 },
  scope: 'filing',
  severity: 'warning',
  example: '2024 年预算印“医疗卫生与计划生育支出”（210，2019 年起为卫生健康支出）',
  passing: [{ function_code: '210', label: '卫生健康支出' }],
  failing: [{ function_code: '210', label: '医疗卫生与计划生育支出' }],
  run: (filing) => {
    const codes = printedCodes(filing).filter((p) => p.classification === FUNCTION && p.name !== '')
    const failed = codes.flatMap((printed) => judge(filing, printed) ?? [])
    return failed.length > 0 || codes.length === 0 ? failed : [wordsHold('功能分类科目的名称')]
  },
}

/** The tables know the year of a renaming to within these years. */
const SLACK = 2

function judge(filing: Extracted, printed: PrintedCode): Judgement | undefined {
  const { classification, code, name } = printed
  const year = Number(filing.fiscal_year)
  const now = classification.name(code, year)
  if (!now || isOneOf(name, now.names) || !isOneOf(name, classification.name(code)?.names ?? []))
    return undefined
  const recent = [-SLACK, SLACK].some((d) => isOneOf(name, classification.name(code, year + d)?.names ?? []))
  return wordsFail(
    `${code} ${name}`,
    codeAt(filing, printed),
    said('code-renamed.old-name', {
      at: at(filing, printed.fact),
      code,
      name,
      year,
      official: now.names[0] as string,
    }),
    {
      expected: now.names[0] as string,
      actual: name,
      ...(now.doubtful || recent ? { severity: 'info' as const, reason: 'year-uncertain' } : {}),
    },
  )
}
