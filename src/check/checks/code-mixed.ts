import { foldName } from '../../catalogue/index.js'
import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { codeAt, DEPARTMENT, GOVERNMENT, isOneOf, type PrintedCode, printedCodes } from '../codes.js'
import { wordsFail, wordsHold } from '../print.js'

/** 机关工资福利支出（301）: a name of one economic classification with a code of the other. */
export const codeMixed: Check = {
  id: 'YS-CODE-MIXED',
  asserts: {
    zh: '部门预算经济分类（301…）和政府预算经济分类（501…）的编码、名称不混用。',
    en: 'Codes of the department classification (301…) do not bear names of the government one (501…), nor the reverse.',
  },
  basis: '2018 年起支出经济分类分为两套：301 是工资福利支出，501 是机关工资福利支出。',
  kinds: ['budget', 'final'],
  years: { from: 2018 },
  scope: 'filing',
  severity: 'warning',
  example: '机关工资福利支出（301）89.80 万元',
  passing: [{ economy_code: '301', label: '工资福利支出' }],
  failing: [{ economy_code: '301', label: '机关工资福利支出' }],
  run: (filing) => {
    const codes = printedCodes(filing).filter((p) => isEconomic(p) && p.name !== '')
    if (codes.length === 0) return []
    const mixed = codes.filter((p) => isMixed(p, Number(filing.fiscal_year)))
    if (mixed.length === 0) return [wordsHold('经济分类的编码和名称')]
    return mixed.map((printed) => {
      const { classification, code, name } = printed
      const official = classification.name(code)?.names[0] ?? ''
      return wordsFail(
        `${code} ${name}`,
        codeAt(filing, printed),
        said('code-mixed.name-of-other', {
          code,
          name,
          official,
          classification: classification.named,
          other: otherOf(printed).named,
        }),
        { expected: official, actual: name },
      )
    })
  },
}

const isEconomic = ({ classification }: PrintedCode): boolean =>
  classification === DEPARTMENT || classification === GOVERNMENT

const otherOf = ({ classification }: PrintedCode) => (classification === DEPARTMENT ? GOVERNMENT : DEPARTMENT)

function isMixed(printed: PrintedCode, year: number): boolean {
  const { classification, code, name } = printed
  const own = classification.name(code, year)
  if (!own || isOneOf(name, classification.name(code)?.names ?? [])) return false
  // Only classes: below them many names are in both.
  if (code.length > 3) return false
  const folded = foldName(name)
  // 机关其他资本性支出（310）: of neither, made of both.
  const made =
    classification === DEPARTMENT &&
    /^机关/.test(folded) &&
    isOneOf(folded.replace(/^机关(?:其他)?/, ''), own.names)
  const isOwn = classification.codes(name, { year, level: 3 }).length > 0
  return made || (!isOwn && otherOf(printed).codes(name, { year, level: 3 }).length > 0)
}
