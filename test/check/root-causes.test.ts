import { describe, expect, it } from 'vitest'
import type { Check, Judgement } from '../../src/check/check.js'
import { ledBy } from '../../src/check/findings.js'
import type { Judged } from '../../src/check/judged.js'
import { type RootCause, rootCauses } from '../../src/check/root-causes.js'
import { judgeSum } from '../../src/check/sums.js'
import type { CheckOutcome, Fact, Finding } from '../../src/model/filing.js'
import type { Saying } from '../../src/model/saying.js'
import { filingOf } from './filing-of.js'

const fact = (id: string, value: string): Fact =>
  ({ fact_id: id, label: id, value, raw: value, unit: '元', decimals: 0, measure: 'amount' }) as Fact
const judged = (judgement: Judgement): Judged => ({
  check: {} as Check,
  judgement,
  outcome: { outcome_id: judgement.subject } as CheckOutcome,
})

describe('root causes', () => {
  const total = fact('total', '100')
  const section = fact('section', '70')
  const other = fact('other', '40')
  const item = fact('item', '60')

  it('names the one figure whose change makes several sums hold', () => {
    const causes = rootCauses([
      judged(judgeSum('total', total, [section, other])),
      judged(judgeSum('section', section, [item])),
    ])
    expect(causes.map((c) => [c.fact.fact_id, c.balances.toFixed(), c.explained.length])).toEqual([
      ['section', '60', 2],
    ])
  })

  it('names none where another sum already confirms the figure, or one sum fails alone', () => {
    const confirmed = judged(judgeSum('same', section, [fact('again', '70')]))
    expect(
      rootCauses([
        judged(judgeSum('total', total, [section, other])),
        judged(judgeSum('section', section, [item])),
        confirmed,
      ]),
    ).toEqual([])
    expect(rootCauses([judged(judgeSum('total', total, [section, other]))])).toEqual([])
  })

  it('puts the finding that names the figure before the others, and moves no finding of another cause', () => {
    const finding = (id: string, lead: string) =>
      ({ finding_id: id, outcome_ids: [id], facts: [lead], said: [] as Saying[] }) as unknown as Finding
    const findings = [finding('before', 'x'), finding('total', 'total'), finding('between', 'x')]
    findings.push(finding('section', 'section'), finding('after', 'x'))
    const [cause] = rootCauses([
      judged(judgeSum('total', total, [section, other])),
      judged(judgeSum('section', section, [item])),
    ])
    ledBy(cause as RootCause, filingOf([]), findings)
    expect(findings.map((f) => f.finding_id)).toEqual(['before', 'section', 'total', 'between', 'after'])
    expect(findings.map((f) => f.said.length > 0)).toEqual([false, true, false, false, false])
  })
})
