import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { columnWords, conceptWords, valuesOf, wordsOnFile } from '../../src/catalogue/codebook.js'
import { concepts } from '../../src/catalogue/index.js'
import { codebookPage } from '../../src/publish/codebook.js'
import { CSV_FILES, FINDINGS_GONE, PANEL } from '../../src/publish/columns.js'
import { constraintsOf } from '../../src/publish/constraints.js'

const tables = Object.entries({ ...CSV_FILES, 'panel.csv': PANEL, 'findings-gone.csv': FINDINGS_GONE }).map(
  ([file, columns]) => [file.replace('.csv', ''), columns.map((c) => c.name)] as const,
)
const columns = tables.flatMap(([table, names]) => names.map((name) => [table, name] as const))

describe('the codebook', () => {
  it('is up to date (npm run docs:codebook)', () => {
    expect(readFileSync(new URL('../../docs/codebook.md', import.meta.url), 'utf8')).toBe(codebookPage())
  })

  it.each(columns)(
    'says in Chinese and in English what %s.%s is, and what its empty cells mean',
    (table, column) => {
      const { title, description, empty } = columnWords(table, column)
      for (const words of [title, description, ...(empty ? [empty] : [])]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u)
        expect(words.en).toMatch(/^[^\p{Script=Han}]*[a-z]|元/iu)
      }
      // Whatever may be empty says what that means.
      const { required } = constraintsOf(table, column).constraints ?? {}
      if (!required && table !== 'findings-gone') expect(empty).toBeDefined()
    },
  )

  it('has the words of exactly those values that the schema allows', () => {
    for (const [table, column] of columns) {
      const { enum: allowed } = constraintsOf(table, column).constraints ?? {}
      const words = valuesOf(table, column).map((w) => w.value)
      if (allowed) expect([...words].sort(), `${table}.${column}`).toEqual([...allowed].sort())
    }
  })

  it('has no words that nothing needs', () => {
    const used = new Set(columns.flatMap(([table, column]) => [`${table}.${column}`, `*.${column}`]))
    const { columns: written, values } = wordsOnFile()
    expect(written.filter((place) => !used.has(place))).toEqual([])
    expect(values.filter((place) => !used.has(place) && !used.has(`*.${place}`))).toEqual([])
  })

  it('has every concept with its unit', () => {
    expect([...conceptWords().keys()]).toEqual([...concepts().keys()])
    const counted = [...conceptWords().values()].filter((c) => c.unit === 'count').map((c) => c.id)
    for (const { id, description } of concepts().values())
      expect(counted.includes(id), id).toBe(/\bcount\b/.test(description) || id === 'performance.projects')
  })

  it('says that amounts are in yuan and whose unit the printed unit is', () => {
    const { description } = columnWords('facts', 'value')
    expect(description.zh).toContain('一律为元')
    expect(description.en).toContain('are in 元')
    expect(columnWords('facts', 'unit').description.en).toContain('Not the unit of `value`')
  })
})
