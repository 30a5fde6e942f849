import { functionCodes } from '../../catalogue/index.js'
import type { Extracted } from '../../model/filing.js'
import { type Saying, said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { type CodePath, codePaths, isPrintedBelow } from '../code-paths.js'
import { placeOfSpot, spotNamed, wordsFail, wordsHold, wordsUndecided } from '../print.js'

/** 卫生健康支出（类）卫生健康支出（款）计划生育事务（项）: names that are all known and do not belong together. */
export const codePath: Check = {
  id: 'YS-CODE-PATH',
  asserts: {
    zh: '正文写明“（类）（款）（项）”时，款属于这个类，项属于这个款。',
    en: 'Where the text names class, section and item, the section belongs to the class and the item to the section.',
  },
  basis: '政府收支分类科目的类、款、项层级（不论年度）；表里查不到的名称不判断。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '“卫生健康支出（类）卫生健康支出（款）计划生育事务（项）”：计划生育事务是款，不是项',
  passing: { sections: [{ text: '1、卫生健康支出（类）计划生育事务（款）计划生育服务（项）20万元。' }] },
  failing: { sections: [{ text: '1、卫生健康支出（类）卫生健康支出（款）计划生育事务（项）20万元。' }] },
  run: (filing) => {
    const seen = new Set<string>()
    return codePaths(filing).flatMap((path) => {
      const judgement = judge(filing, path)
      if (seen.has(judgement.subject)) return []
      seen.add(judgement.subject)
      return judgement
    })
  },
}

function judge(filing: Extracted, { spot, top, section, item, printed: path }: CodePath): Judgement {
  if (!top) return wordsUndecided(path, 'class-not-in-catalogue')
  const fail = (code: string, parts: Saying['parts'], severity?: 'warning') =>
    wordsFail(
      path,
      placeOfSpot(filing, spot),
      said(`code-path.${code}`, { at: spotNamed(filing, spot), path, ...parts }),
      severity ? { severity } : {},
    )

  const sections = functionCodes(section, { parent: top.code, level: 5 })
  if (sections.length === 0) {
    if (isPrintedBelow(filing, section, top.code, 5)) return wordsHold(path)
    if (!/^其他/.test(section) && functionCodes(section, { level: 3 }).length > 0)
      return fail('section-is-class', { name: section })
    const elsewhere = functionCodes(section, { level: 5 })
    const doubtful = elsewhere.some((e) => e.doubtful)
    if (elsewhere.length > 0)
      return fail(
        'section-elsewhere',
        { name: section, codes: elsewhere.map((e) => e.code), above: top.code },
        doubtful ? 'warning' : undefined,
      )
    return wordsUndecided(path, 'section-not-in-catalogue')
  }
  if (!item) return wordsHold(path)
  const below = sections.flatMap((s) => functionCodes(item, { parent: s.code, level: 7 }))
  if (below.length > 0 || sections.some((s) => isPrintedBelow(filing, item, s.code, 7)))
    return wordsHold(path)
  const homes = functionCodes(item, { level: 7 })
  const sectionsOfItem = new Set(homes.map((e) => e.code.slice(0, 5)))
  // A general name (信息化建设) may be one that the tables lack below this section.
  if (sectionsOfItem.size === 1)
    return fail(
      'item-elsewhere',
      { name: item, codes: [...sectionsOfItem], above: sections[0]?.code ?? '' },
      'warning',
    )
  if (homes.length === 0 && functionCodes(item, { level: 5 }).length > 0)
    return fail('item-is-section', { name: item }, 'warning')
  return wordsUndecided(path, 'item-not-in-catalogue')
}
