import type { Extracted } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { codeAt, FUNCTION, type PrintedCode, printedCodes } from '../codes.js'
import { at } from '../naming.js'
import { wordsFail, wordsHold } from '../print.js'

/** Codes of the year's classification. */
export const codeExists: Check = {
  id: 'YS-CODE-EXISTS',
  asserts: {
    zh: '印出的功能、经济分类科目编码是该年度科目里有的。',
    en: "Every printed code exists in the fiscal year's classification.",
  },
  basis:
    '当年政府收支分类科目；所用的表不是官方版本，也不全，所以只提示可疑：经济分类没有的编码和只在其他年度有的编码为可疑，功能分类查不到的编码为提示。地方自设的七位经济科目不查。',
  kinds: ['budget', 'final'],
  // The economic classification of 2018 is the first that the tables know.
  years: { from: 2018 },
  scope: 'filing',
  severity: 'warning',
  example: '30210 车辆运行费：部门预算支出经济分类没有 30210',
  passing: [{ economy_code: '30231', label: '公务用车运行维护费' }],
  failing: [{ economy_code: '30210', label: '车辆运行费' }],
  run: (filing) => {
    const byCode = new Map<string, PrintedCode>()
    for (const printed of printedCodes(filing)) {
      const isLocal = printed.classification !== FUNCTION && printed.code.length > 5
      const key = printed.classification.title + printed.code
      if (!isLocal && !byCode.has(key)) byCode.set(key, printed)
    }
    return [...byCode.values()].map((printed) => judge(filing, printed))
  },
}

function judge(filing: Extracted, printed: PrintedCode): Judgement {
  const { classification, code, name } = printed
  const subject = `${classification.title} ${code}`
  if (classification.name(code, Number(filing.fiscal_year))) return wordsHold(subject)
  const ever = classification.name(code)
  const parts = {
    at: at(filing, printed.fact),
    classification: classification.named,
    year: filing.fiscal_year,
    item: name ? said('code.with-name', { code, name }) : code,
  }
  if (ever)
    return wordsFail(
      subject,
      codeAt(filing, printed),
      said('code-exists.other-years', { ...parts, official: ever.names[0] as string }),
      // Money carried over keeps the code of the year that it comes from.
      {
        reason: 'other-years-only',
        severity: ever.doubtful || isCarriedOver(filing, printed) ? 'info' : 'warning',
      },
    )
  return wordsFail(subject, codeAt(filing, printed), said('code-exists.unknown', parts), {
    reason: 'not-in-catalogue',
    severity: classification === FUNCTION ? 'info' : 'warning',
  })
}

const isCarriedOver = (filing: Extracted, { fact }: PrintedCode): boolean =>
  filing.tables.some((t) => t.table_id === fact.table_id && t.type === 'carry-over')
