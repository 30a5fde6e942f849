import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Faults } from '../../../samples/generator/faults.js'
import { comprehensive } from '../../../samples/generator/forms/comprehensive.js'
import type { Paper } from '../../../samples/generator/paper.js'
import { WebPaper } from '../../../samples/generator/web-paper.js'
import { type DepartmentYear, department } from '../../../samples/generator/world.js'
import { findSources } from '../../../src/ingest/index.js'
import type { Filing } from '../../../src/model/filing.js'
import { processFiling } from '../../../src/pipeline.js'
import { DocxPaper } from './docx-paper.js'
import { SheetPaper } from './sheet-paper.js'

const [before, now] = department(7, 3, [2024, 2025]) as [DepartmentYear, DepartmentYear]
const folder = mkdtempSync(join(tmpdir(), '同一份 '))

async function filingOf(paper: Paper, name: string, kind: string = paper.extension): Promise<Filing> {
  const path = join(folder, `${name}.${kind}`)
  writeFileSync(path, await paper.finish())
  const { sources } = await findSources([path])
  expect(sources.map((s) => s.kind)).toEqual([kind])
  return processFiling(sources[0]!)
}

const factsOf = (filing: Filing): string[] =>
  filing.facts
    .map((f) =>
      [f.concept, f.fund, f.function_code, f.economy_code, f.nature, f.entity, f.year, f.basis, f.measure]
        .concat([f.value, f.unit, f.raw, f.source, f.status])
        .join('|'),
    )
    .sort()

describe.each([['综合预算', (paper: Paper) => comprehensive(now, before, new Faults(), true, paper)]])(
  '%s as a Word document',
  (name, write) => {
    let web: Filing
    let word: Filing
    const paper = write(new DocxPaper())
    beforeAll(async () => {
      web = await filingOf(write(new WebPaper(now.place)), name)
      word = await filingOf(paper, name)
    })

    it('says the same as on the web: every fact with value, unit, codes and standing', () => {
      expect(word).toMatchObject({ status: 'ok', message: '', kind: 'budget', fiscal_year: '2025' })
      expect(word.organization).toBe(web.organization)
      expect(web.facts.length).toBeGreaterThan(200)
      expect(factsOf(word)).toEqual(factsOf(web))
      expect(word.numbers_unbound).toBe(0)
      expect(word.findings).toEqual([])
    })

    it('has the sections that Word numbers, and the tables', () => {
      expect(word.sections.map((s) => [s.level, s.number, s.title])).toEqual(
        paper.truth.sections.map((s) => [s.level, s.number, s.title]),
      )
      expect(word.tables.map((t) => [t.title, t.unit, t.empty])).toEqual(
        web.tables.map((t) => [t.title, t.unit, t.empty]),
      )
    })
  },
)

describe.each([
  ['xlsx', 'xlsx'],
  ['biff8', 'compound'],
] as const)('its tables alone as a workbook (%s)', (format, kind) => {
  it('say the same as on the web: every fact of a table with value, unit, codes', async () => {
    const paper = (to: Paper) => comprehensive(now, before, new Faults(), true, to)
    const web = await filingOf(paper(new WebPaper(now.place)), format)
    const book = await filingOf(paper(new SheetPaper(format)), format, kind)
    expect(book).toMatchObject({ kind: 'budget', fiscal_year: '2025', organization: web.organization })
    expect(book.tables.map((t) => [t.title, t.unit, t.empty])).toEqual(
      web.tables.map((t) => [t.title, t.unit, t.empty]),
    )
    // What sentences bear out on the web nothing bears out here.
    const read = (filing: Filing) =>
      factsOf({
        ...filing,
        facts: filing.facts.filter((f) => f.source === 'table').map((f) => ({ ...f, status: 'proven' })),
      })
    expect(read(book)).toEqual(read(web))
    expect(book.numbers_unbound).toBe(0)
  })
})
