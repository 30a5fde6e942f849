import { economyCodes, foldName } from '../../catalogue/index.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { addIntervals, overlaps } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement, PrintedPlace } from '../check.js'
import { at } from '../naming.js'
import {
  compact,
  lineAt,
  passagesOf,
  placeOfSpot,
  type Spot,
  spotNamed,
  spotsOf,
  wordsFail,
  wordsHold,
  wordsUndecided,
} from '../print.js'
import { MONEY, moneyOf } from '../printed-money.js'
import { intervalOfFact } from '../sums.js'

const LIST = new RegExp(
  `(人员|公用)(?:经费|支出)(?:支出)?${MONEY}[，,。]?主要(?:包括|用于|是)?[：:]?([^。；;]+)`,
  'g',
)

const NATURES: Readonly<Record<string, { nature: Fact['nature']; codes: RegExp }>> = {
  人员: { nature: 'personnel', codes: /^30[13]\d\d$/ },
  公用: { nature: 'public', codes: /^3(?:02|10)\d\d$/ },
}

/** More names without money than this are the list of the form, copied whole. */
const MOST = 4

/** Items that the text names for basic spending are those with money in the table. */
export const proseEconomyNames: Check = {
  id: 'YS-PROSE-ECONOMY-NAMES',
  asserts: {
    zh: '正文列举的人员经费、公用经费项目，在基本支出表的人员（公用）栏里都有数。',
    en: 'The items that the text names for personnel and public spending have money in that column of the table of basic spending.',
  },
  basis: '列举照表而来；归人员还是公用看表的栏，不看科目编码。照抄模板列全科目的不判断，表没有读全的不判断。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '正文列有“个人农业生产补贴”（表中为空），漏列“奖励金”（表中 0.31 万元）',
  passing: paper('基本工资、奖金、退休费、医疗费、奖励金'),
  failing: paper('基本工资、奖金、退休费、医疗费、个人农业生产补贴'),
  run: (filing) => spotsOf(passagesOf(filing), LIST).flatMap((spot) => judge(filing, spot)),
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

function judge(filing: Extracted, spot: Spot): Judgement[] {
  const [, kind = '', amount = '', named = ''] = spot.match
  const subject = `${kind}经费列举项目 p${spot.section.page}`
  const tables = tablesOf(filing, kind)
  if (tables.length === 0) return []
  const names = namesIn(named)
  if (names.length < 2) return []
  // A table whose rows make the printed sum was read whole, and is the one that the sentence is about.
  const rows = tables.find((own) =>
    overlaps(addIntervals(own.paid.map(intervalOfFact)), moneyOf(amount).interval),
  )
  if (!rows) return [wordsUndecided(subject, 'no-table-of-that-sum')]
  const paid = new Map(rows.paid.map((f) => [foldName(f.label), f]))
  const extra = names.filter((n) => !paid.has(foldName(n)))
  const missing = [...paid].filter(([n]) => !names.some((name) => foldName(name) === n)).map(([, f]) => f)
  if (extra.length === 0) return [wordsHold(subject)]
  if (extra.length > MOST || extra.length * 2 >= names.length)
    return [wordsUndecided(subject, 'list-of-the-form')]
  const [swapped, ...others] = missing
  const says =
    extra.length === 1 && swapped && others.length === 0
      ? said('prose-economy-names.other-item', {
          list: spotNamed(filing, spot),
          extra: extra[0] as string,
          extraCode: codeOf(extra[0] as string, filing),
          at: at(filing, swapped),
          missing: swapped.label,
          code: swapped.economy_code,
          printed: printedLike(swapped, swapped),
        })
      : said('prose-economy-names.unpaid', {
          list: spotNamed(filing, spot),
          kind: said(kind === '人员' ? 'prose-economy-names.personnel' : 'prose-economy-names.public'),
          names: extra.map((n) => `“${n}”`),
          table: at(filing, rows.paid[0] as Fact),
        })
  return [
    wordsFail(subject, placeOfItem(filing, spot, extra[0] as string), says, {
      expected: missing[0]?.label ?? '',
      actual: extra.join('、'),
    }),
  ]
}

/** Where one name of the list stands; the whole list is what is printed there. */
function placeOfItem(filing: Extracted, spot: Spot, name: string): PrintedPlace {
  const whole = placeOfSpot(filing, spot)
  const line = lineAt(spot.section, spot.text.indexOf(name, spot.from))
  return line && spot.text === compact(spot.section.text) ? { ...whole, ...line } : whole
}

/** The code that a name of the list has in the year of the filing. */
const codeOf = (name: string, { fiscal_year }: Extracted): string =>
  economyCodes(name, { level: 5, year: Number(fiscal_year) })[0]?.code ?? ''

/** The rows with money of that nature: by the table's own columns, by the code where it has none. */
function tablesOf(filing: Extracted, kind: string): { paid: Fact[] }[] {
  const { nature, codes } = NATURES[kind] as (typeof NATURES)[string]
  const items = filing.facts.filter(
    (f) =>
      f.source === 'table' &&
      f.measure === 'amount' &&
      f.year === filing.fiscal_year &&
      f.entity + f.function_code === '' &&
      /^3\d{4}$/.test(f.economy_code),
  )
  return [...groupBy(items, (f) => f.table_id).values()].flatMap((table) => {
    const isSplit = table.some((f) => f.nature === 'personnel') && table.some((f) => f.nature === 'public')
    const own = isSplit
      ? table.filter((f) => f.nature === nature)
      : table.filter(
          (f) =>
            codes.test(f.economy_code) && (f.nature === '' || f.nature === 'basic' || f.nature === nature),
        )
    const paid = own.filter((f) => f.value !== '0')
    return paid.length > 0 ? [{ paid }] : []
  })
}

/** Names of the classification in a list; 和 and 及 part names, and stand in some. */
function namesIn(list: string): string[] {
  const isItem = (name: string) => economyCodes(name, { level: 5 }).length > 0
  const bare = (name: string) => compact(name).replace(/(?:等(?:支出|费用|经费)?|支出)$/, '')
  return list.split(/[、，,]/).flatMap((piece) => {
    const whole = [compact(piece), bare(piece)].find(isItem)
    return whole
      ? [whole]
      : piece
          .split(/以及|[和及]/)
          .map(bare)
          .filter(isItem)
  })
}
