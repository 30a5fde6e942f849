import { foldName } from '../../catalogue/index.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { codeAt, DEPARTMENT, GOVERNMENT, isOneOf, type PrintedCode, printedCodes } from '../codes.js'
import { at } from '../naming.js'
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
    const strays = codes.flatMap((p) => strayIn(filing, p))
    if (mixed.length + strays.length === 0) return [wordsHold('经济分类的编码和名称')]
    const named = mixed.map((printed) => {
      const { classification, code, name } = printed
      const official = classification.name(code)?.names[0] ?? ''
      return wordsFail(
        `${code} ${name}`,
        codeAt(filing, printed),
        said('code-mixed.name-of-other', {
          at: at(filing, printed.fact),
          code,
          name,
          official,
          classification: classification.named,
          other: otherOf(printed).named,
        }),
        { expected: official, actual: name },
      )
    })
    return [...named, ...strays]
  },
}

/** So many classes of one classification make a list of it. */
const A_LIST = 3

/** 其他支出（399）at the end of a list of 501…509: a name of both, with the code of the wrong one. */
function strayIn(filing: Extracted, printed: PrintedCode): Judgement[] {
  const { fact, code, name } = printed
  if (fact.source !== 'prose' || code.length !== 3) return []
  const list = filing.facts.filter(
    (f) =>
      f.section_id === fact.section_id &&
      f.source === 'prose' &&
      f.economy_code.length === 3 &&
      f.measure === 'amount' &&
      f.nature === fact.nature,
  )
  const isOwn = (f: Fact) => f.economy_code.startsWith('5') === code.startsWith('5')
  const others = new Set(list.filter((f) => !isOwn(f)).map((f) => f.economy_code))
  if (others.size < A_LIST || list.some((f) => isOwn(f) && f.economy_code !== code)) return []
  const meant = otherOf(printed).codes(name, { year: Number(filing.fiscal_year), level: 3 })[0]
  if (!meant) return []
  const says = said('code-mixed.in-list', {
    at: at(filing, fact),
    name,
    code,
    list: otherOf(printed).named,
    meant: meant.code,
  })
  return [
    wordsFail(`${code} ${name} 所在的列`, codeAt(filing, printed), says, {
      expected: `${name}（${meant.code}）`,
      actual: `${name}（${code}）`,
    }),
  ]
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
