import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { isReadWithDoubt } from '../../model/reading.js'
import { type Saying, said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { at, cellNamed } from '../naming.js'
import { placeOfFact, wordsHold } from '../print.js'

/** A page with more of them was scanned badly as a whole: a person looks at its tables, not at single figures. */
const MOST_ON_A_PAGE = 30

/** Figures of scanned pages that nobody can vouch for; they are no faults of the filing. */
export const structureReadWithDoubt: Check = {
  id: 'YS-STRUCTURE-READ-WITH-DOUBT',
  asserts: {
    zh: '扫描页上识别的数字，字符清楚，或有相符的核对证实。',
    en: 'Figures recognized on scanned pages have clear characters or are confirmed by an identity that holds.',
  },
  basis: '识别把握不足、又没有核对能证实的数字可能读错；这不是文件本身的错误，请对照原件。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  ofReading: true,
  example: '“公务接待费”读作 3.20，其中“3”识别不清，该数字不在任何合计之中',
  passing: [{ method: 'ocr', confidence: 0.99, raw: '3.20' }],
  failing: [{ method: 'ocr', confidence: 0.55, raw: '3.20', note: ['read-with-doubt'] }],
  run: (filing) => {
    if (!filing.facts.some((f) => f.method === 'ocr' || isReadWithDoubt(f))) return []
    const pages = groupBy(filing.facts.filter(isReadWithDoubt), (f) => `${f.page}`)
    const judged = [...pages.values()].flatMap((onPage) =>
      onPage.length > MOST_ON_A_PAGE
        ? [...groupBy(onPage, (f) => f.table_id || f.section_id).values()].map((all) =>
            judgeMany(filing, all),
          )
        : onPage.map((fact) => judgeOne(filing, fact)),
    )
    return judged.length > 0 ? judged : [wordsHold('扫描页上的数字')]
  },
}

const judgeOne = (filing: Extracted, fact: Fact): Judgement =>
  doubt(
    [fact],
    `${fact.label || fact.concept} p${fact.page}`,
    said('structure-read-with-doubt.figure', {
      at: at(filing, fact),
      name: cellNamed(filing, fact),
      read: printedLike(fact, fact),
    }),
  )

function judgeMany(filing: Extracted, facts: Fact[]): Judgement {
  const [first] = facts as [Fact]
  return doubt(
    facts,
    `${placeOfFact(filing, first)} p${first.page}`,
    said('structure-read-with-doubt.figures', { at: at(filing, first), count: facts.length }),
  )
}

const doubt = (facts: Fact[], subject: string, says: Saying): Judgement => ({
  ...wordsHold(subject),
  outcome: 'fail',
  facts,
  says,
  reason: 'read-with-doubt',
})
