import type { Extracted } from '../../model/filing.js'
import { isReadWithDoubt } from '../../model/reading.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { codeAt, isCodePrinted, isOneOf, type PrintedCode, printedCodes } from '../codes.js'
import { at } from '../naming.js'
import { wordsFail, wordsHold, wordsUndecided } from '../print.js'

/** A code bears its own name, not that of another code. */
export const codeName: Check = {
  id: 'YS-CODE-NAME',
  asserts: {
    zh: '科目编码旁印的名称是该编码当年的名称，不是另一编码的名称（括号、空格、“室”“支出”等写法不计）。',
    en: "The name printed beside a code is that code's name in the year, not another code's; spelling aside.",
  },
  basis: '当年政府收支分类科目：编码和名称一一对应。名称不在表内的（简称、截断、自设）不判断。',
  kinds: ['budget', 'final'],
  years: { from: 2018 },
  scope: 'filing',
  severity: 'error',
  example: '302 类下 02 款印为“咨询费”：30202 是印刷费，咨询费是 30203',
  passing: [{ economy_code: '30203', label: '咨询费' }],
  failing: {
    tables: [{ table_id: 't', lines: [['302', '02', '咨询费', '2.00']] }],
    facts: [{ economy_code: '30202', label: '咨询费', column: 3 }],
  },
  run: (filing) => printedCodes(filing).flatMap((printed) => judge(filing, printed) ?? []),
}

function judge(filing: Extracted, printed: PrintedCode): Judgement | undefined {
  const { classification, code, name } = printed
  const year = Number(filing.fiscal_year)
  const official = classification.name(code, year)
  if (!official || name === '') return undefined
  const subject = `${classification.title} ${code} ${name}`
  if (isOneOf(name, official.names)) return wordsHold(subject)
  // A name of other years is another check's.
  if (isOneOf(name, classification.name(code)?.names ?? [])) return undefined
  const level = code.length as 3 | 5 | 7
  const owners = classification.codes(name, { year, level }).filter((e) => isOneOf(name, [e.name]))
  const codes = [...new Set(owners.map((e) => e.code))]
  // A name of many codes (行政运行) may be one that the table of this code lacks.
  if (codes.length === 0 || codes.length > MOST_OWNERS) return undefined
  // In prose and in tables without codes the code was found by the name.
  if (!isCodePrinted(filing, printed)) return wordsUndecided(subject, 'code-not-printed')
  const doubtful = isReadWithDoubt(printed.fact) || official.doubtful || owners.some((e) => e.doubtful)
  return wordsFail(
    subject,
    codeAt(filing, printed),
    said('code-name.other', {
      at: at(filing, printed.fact),
      code,
      name,
      year,
      classification: classification.named,
      official: official.names[0] as string,
      codes,
    }),
    {
      expected: official.names[0] as string,
      actual: name,
      reason: doubtful ? 'doubtful-in-catalogue' : '',
      ...(doubtful ? { severity: 'warning' as const } : {}),
    },
  )
}

const MOST_OWNERS = 2
