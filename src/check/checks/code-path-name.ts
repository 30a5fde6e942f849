import { foldName, functionCodes } from '../../catalogue/index.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { overlaps } from '../../model/money.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { type CodePath, codePaths, isPrintedBelow } from '../code-paths.js'
import { FUNCTION, isOneOf, printedCodes } from '../codes.js'
import { at } from '../naming.js'
import { placeOfSpot, spotNamed, wordsFail, wordsHold, wordsUndecided } from '../print.js'
import { MONEY, moneyNamed, moneyOf } from '../printed-money.js'
import { intervalOfFact } from '../sums.js'

/** Old names, and names that the filing's own tables do not print, in 类/款/项 paths of the text. */
export const codePathName: Check = {
  id: 'YS-CODE-PATH-NAME',
  asserts: {
    zh: '正文“（类）（款）（项）”用当年的科目名称，和本文件表中的名称一致。',
    en: 'Paths of class, section and item in the text use the names of the year and those of the filing’s own tables.',
  },
  basis: '当年政府收支分类科目；表中只有一个项级科目的金额与正文相同而名称不同时，正文写的是它。简称不计。',
  kinds: ['budget', 'final'],
  years: { from: 2018 },
  scope: 'filing',
  severity: 'warning',
  example: '2024 年文件正文写“医疗卫生与计划生育支出（类）”，表中为“卫生健康支出”',
  passing: text('卫生健康支出'),
  failing: text('医疗卫生与计划生育支出'),
  run: (filing) => {
    const seen = new Set<string>()
    return codePaths(filing).flatMap((path) =>
      judge(filing, path).filter((j) => !seen.has(j.subject) && seen.add(j.subject)),
    )
  },
}

function text(name: string) {
  return { sections: [{ text: `1、${name}（类）行政事业单位医疗（款）行政单位医疗（项）20万元。` }] }
}

function judge(filing: Extracted, path: CodePath): Judgement[] {
  const { top, section, item } = path
  if (!top) return []
  const sections = functionCodes(section, { parent: top.code, level: 5 }).map((e) => e.code)
  const items = item
    ? sections.flatMap((s) => functionCodes(item, { parent: s, level: 7 })).map((e) => e.code)
    : []
  const named: [string, readonly string[]][] = [
    [top.printed, [top.code]],
    [section, sections],
    [item, items],
  ]
  const old = named.flatMap(([name, codes]) => oldName(filing, path, name, codes) ?? [])
  if (old.length > 0) return old
  // A name that stands at another place of the classification is the check of paths'.
  if (functionCodes(item).length > 0 && items.length === 0) return []
  if (item && items.length === 0 && !isPrintedBelow(filing, item, top.code, 7))
    return [ofAmount(filing, path, sections)]
  return [wordsHold(path.printed)]
}

/** The tables know the year of a renaming to within these years. */
const SLACK = 2

/** A name that the codes had in other years only. */
function oldName(
  filing: Extracted,
  { spot, printed }: CodePath,
  name: string,
  codes: readonly string[],
): Judgement | undefined {
  const year = Number(filing.fiscal_year)
  const [code] = codes
  const now = code ? FUNCTION.name(code, year) : undefined
  if (!code || !now || new Set(codes).size > 1 || isOneOf(name, now.names)) return undefined
  if (!isOneOf(name, FUNCTION.name(code)?.names ?? [])) return undefined
  // Where a figure bears the name, the check of renamed codes says it.
  const isBound = printedCodes(filing).some(
    (p) => p.classification === FUNCTION && p.code === code && isOneOf(name, [p.name]),
  )
  if (isBound) return undefined
  const recent = [-SLACK, SLACK].some((d) => isOneOf(name, FUNCTION.name(code, year + d)?.names ?? []))
  const uncertain = now.doubtful || recent
  return wordsFail(
    `${name} ${code}`,
    placeOfSpot(filing, spot),
    said('code-path-name.old', {
      at: spotNamed(filing, spot),
      path: printed,
      name,
      code,
      year,
      now: now.names[0] as string,
    }),
    {
      expected: now.names[0] as string,
      actual: name,
      ...(uncertain ? { severity: 'info' as const, reason: 'year-uncertain' } : {}),
    },
  )
}

/** Characters behind a path in which its amount stands. */
const AMOUNT_WITHIN = 60
const AMOUNT = new RegExp(`${MONEY}(?<=元)`)

/** An item that neither catalogue nor tables know: what the tables print of that amount bears another name. */
function ofAmount(
  filing: Extracted,
  { spot, top, item, printed }: CodePath,
  sections: readonly string[],
): Judgement {
  const behind = spot.text.slice(spot.from + spot.match[0].length).slice(0, AMOUNT_WITHIN)
  const amount = AMOUNT.exec(behind.split(/[（(]\d*[类款项][）)]/)[0] ?? '')?.[1]
  const money = amount ? moneyOf(amount) : undefined
  if (!money || money.value.eq(0)) return wordsUndecided(printed, 'item-without-amount')
  const above = sections.length > 0 ? sections : [top?.code ?? '']
  const alike = filing.facts.filter(
    (f) =>
      f.source === 'table' &&
      f.measure === 'amount' &&
      f.function_code.length === 7 &&
      above.some((code) => f.function_code.startsWith(code)) &&
      overlaps(intervalOfFact(f), money.interval),
  )
  const [first] = alike
  if (!first || new Set(alike.map((f) => f.function_code)).size > 1)
    return wordsUndecided(printed, 'item-not-in-catalogue')
  if (alike.some((f) => isShort(item, f))) return wordsHold(printed)
  return wordsFail(
    `${item} ${first.function_code}`,
    placeOfSpot(filing, spot),
    said('code-path-name.not-in-table', {
      place: spotNamed(filing, spot),
      item,
      amount: moneyNamed(money),
      code: first.function_code,
      name: first.label,
      at: at(filing, first),
    }),
    { expected: first.label, actual: item },
  )
}

/** 职业年金 is short for 机关事业单位职业年金缴费支出: its characters stand there in order. */
function isShort(item: string, { label }: Fact): boolean {
  const [short, long] = [foldName(item), foldName(label)]
  let at = 0
  for (const c of long) if (c === short[at]) at++
  return at === short.length
}
