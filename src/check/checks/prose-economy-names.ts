import { economyCodes, foldName } from '../../catalogue/index.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { at } from '../naming.js'
import { compact, passagesOf, placeOfSpot, spotNamed, spotsOf, wordsFail, wordsHold } from '../print.js'

const LIST = /(人员经费|公用经费)(?:支出)?[\d,.]+万?元[，,]?主要(?:包括|用于|是)?[：:]?([^。；;]+)/g

/** Codes of the department's economic classification that pay for people, and those for running. */
const CODES_OF: Readonly<Record<string, RegExp>> = { 人员经费: /^30[13]\d\d$/, 公用经费: /^3(?:02|10)\d\d$/ }

/** Items that the text names for basic spending are those with money in the table. */
export const proseEconomyNames: Check = {
  id: 'YS-PROSE-ECONOMY-NAMES',
  asserts: {
    zh: '正文列举的人员经费、公用经费项目与基本支出表有数的经济科目一致，没有张冠李戴。',
    en: 'The items that the text names for personnel and public spending are those with money in the table of basic spending.',
  },
  basis: '列举照表而来；多列的一项与漏列的一项同时出现时，像是写错了名称。照抄模板列全科目的不判断。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '正文列有“个人农业生产补贴”（表中为空），漏列“奖励金”（表中 0.31 万元）',
  passing: paper('基本工资、奖金、退休费、医疗费、奖励金'),
  failing: paper('基本工资、奖金、退休费、医疗费、个人农业生产补贴'),
  run: (filing) => {
    const rows = filing.facts.filter(
      (f) =>
        f.source === 'table' &&
        f.measure === 'amount' &&
        f.economy_code.length === 5 &&
        f.function_code === '',
    )
    return rows.length === 0
      ? []
      : spotsOf(passagesOf(filing), LIST).flatMap((spot) => {
          const [, nature = '', named = ''] = spot.match
          const { extra, missing } = compare(named.split(/[、，,和及]/), rows, CODES_OF[nature] as RegExp)
          const subject = `${nature}列举项目 p${spot.section.page}`
          if (extra.length !== 1 || missing.length !== 1)
            return extra.length + missing.length === 0 ? [wordsHold(subject)] : []
          return [failed(filing, spot, subject, extra[0] as string, missing[0] as Fact)]
        })
  },
}

function paper(named: string) {
  const row = (economy_code: string, label: string, raw: string): Partial<Fact> => ({
    economy_code,
    label,
    raw,
    value: `${Number(raw) * 10000}`,
  })
  return {
    sections: [{ text: `其中：人员经费12.31万元，主要包括：${named}；公用经费略。` }],
    facts: [
      row('30101', '基本工资', '6.00'),
      row('30103', '奖金', '3.00'),
      row('30302', '退休费', '2.00'),
      row('30307', '医疗费', '1.00'),
      row('30309', '奖励金', '0.31'),
      row('30310', '个人农业生产补贴', '0.00'),
    ],
  }
}

/** Names of the list that have no money in the table, and rows with money that the list leaves out. */
function compare(names: string[], rows: readonly Fact[], codes: RegExp) {
  const own = rows.filter((f) => codes.test(f.economy_code))
  const paid = new Map(own.filter((f) => f.value !== '0').map((f) => [foldName(f.label), f]))
  const isItem = (name: string) => economyCodes(name).some((entry) => codes.test(entry.code))
  const listed = new Set(names.map((n) => foldName(compact(n).replace(/等$/, ''))).filter((n) => n !== ''))
  return {
    extra: [...listed].filter((n) => !paid.has(n) && isItem(n)),
    missing: [...paid].filter(([n]) => !listed.has(n)).map(([, f]) => f),
  }
}

function failed(
  filing: Extracted,
  spot: Parameters<typeof placeOfSpot>[1],
  subject: string,
  extra: string,
  missing: Fact,
): Judgement {
  return wordsFail(
    subject,
    placeOfSpot(filing, spot),
    said('prose-economy-names.other-item', {
      list: spotNamed(filing, spot),
      extra,
      at: at(filing, missing),
      missing: missing.label,
      code: missing.economy_code,
      printed: printedLike(missing, missing),
    }),
    { expected: missing.label, actual: extra },
  )
}
