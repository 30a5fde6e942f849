import { beforeAll, describe, expect, it } from 'vitest'
import type { Fact, Filing } from '../../src/model/filing.js'
import type { Page } from '../../src/model/page.js'
import { isReadWithDoubt } from '../../src/model/reading.js'
import type { Source } from '../../src/model/source.js'
import { processFiling } from '../../src/pipeline.js'
import { asScanned, filingFrom, glyphsOf, misread, pagesOf, sample, unsurely } from './as-scanned.js'

interface Paper {
  source: Source
  pages: Page[]
  /** As its text layer says. */
  printed: Filing
}

async function paper(folder: string, name: string): Promise<Paper> {
  const source = sample(folder, name)
  const pages = await pagesOf(source)
  return { source, pages, printed: filingFrom(source, pages) }
}

const byId = (filing: Filing, { fact_id }: Pick<Fact, 'fact_id'>): Fact => {
  const found = filing.facts.find((f) => f.fact_id === fact_id)
  if (!found) throw new Error(`no fact ${fact_id}`)
  return found
}

/** An amount of the text that a single identity speaks of. */
const isAlone = (fact: Fact, filing: Filing): boolean =>
  fact.source === 'prose' &&
  fact.measure === 'amount' &&
  fact.decimals > 0 &&
  filing.outcomes.filter((o) => o.facts.includes(fact.fact_id)).length === 1

/** Figures of the general budget by function. */
const inFunctions = (filing: Filing): Fact[] => {
  const ids = filing.tables.filter((t) => t.type === 'general-by-function').map((t) => t.table_id)
  return filing.facts.filter((f) => ids.includes(f.table_id))
}

const settled = (filing: Filing) => filing.facts.filter((f) => f.value_read !== '')
const grave = (filing: Filing) =>
  filing.findings.filter((f) => f.severity === 'error').map((f) => [f.check_id, f.item, f.difference])

describe('a scanned filing without a fault', () => {
  let it1: Paper
  beforeAll(async () => {
    it1 = await paper('云汀', '云汀市水文化局2025')
  })
  const read = (...misreadings: Parameters<typeof misread>[1]) =>
    filingFrom(it1.source, misread(it1.pages, misreadings))

  it('is a digital one whose facts say that they were recognized', () => {
    const filing = read()
    expect(filing.facts.every((f) => f.method === 'ocr' && f.confidence === 0.99)).toBe(true)
    const plain = ({ method: _, confidence: __, ...fact }: Fact) => fact
    expect(filing.facts.map(plain)).toEqual(it1.printed.facts.map(plain))
    expect(filing.findings).toEqual([])
  })

  it('has a misread figure settled by the identities that only one of its readings mends', () => {
    const fact = it1.printed.facts.find((f) => f.function_code === '20701' && f.nature === 'basic') as Fact
    const at = 0
    const right = fact.raw[at] as string
    const wrong = right === '3' ? '8' : '3'
    const filing = read({ fact, at, as: unsurely(wrong, right, '9') })
    const got = byId(filing, fact)
    expect([got.value, got.raw, got.status]).toEqual([fact.value, fact.raw, 'proven'])
    expect(got.value_read).not.toBe(fact.value)
    expect(got.note.join('; ')).toMatch(/settled-by YS-TABLE-\S+ YS-TABLE-/)
    expect(settled(filing)).toHaveLength(1)
    const [finding, ...more] = filing.findings
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      check_id: 'YS-STRUCTURE-READ-SETTLED',
      severity: 'info',
      facts: [fact.fact_id],
      expected: fact.value,
      actual: got.value_read,
    })
  })

  it('has a figure marked that lost its last decimal, though sums hold within less than it', () => {
    const fact = it1.printed.facts.find((f) => f.nature === 'basic' && f.decimals === 2) as Fact
    const last = glyphsOf(fact, it1.pages).at(-1)
    const pages = asScanned(it1.pages).map((page) => ({
      ...page,
      glyphs: page.glyphs.filter(
        (g) => page.number !== fact.page || !last || g.x0 !== last.x0 || g.y0 !== last.y0,
      ),
    }))
    const lost = filingFrom(it1.source, pages).facts.filter(
      (f) => f.page === fact.page && f.raw === fact.raw.slice(0, -1),
    )
    expect(lost.length).toBeGreaterThan(0)
    expect(lost.every(isReadWithDoubt)).toBe(true)
  })

  it('keeps what was read where the alternatives lack what is printed', () => {
    const fact = it1.printed.facts.find((f) => f.function_code === '20701' && f.nature === 'basic') as Fact
    const right = fact.raw[0] as string
    const [wrong, other] = [...'359'].filter((d) => d !== right) as [string, string]
    const filing = read({ fact, at: 0, as: unsurely(wrong, other) })
    expect(settled(filing)).toEqual([])
    expect(isReadWithDoubt(byId(filing, fact))).toBe(true)
    // Not the filing's fault as far as anybody can tell.
    expect(filing.findings.length).toBeGreaterThan(1)
    expect(grave(filing)).toEqual([])
    expect(filing.findings.map((f) => f.check_id)).toContain('YS-STRUCTURE-READ-WITH-DOUBT')
  })

  it('keeps what was read where a single identity fails', () => {
    const fact = it1.printed.facts.find((f) => isAlone(f, it1.printed)) as Fact
    const right = fact.raw[0] as string
    const filing = read({ fact, at: 0, as: unsurely(right === '3' ? '8' : '3', right) })
    const got = byId(filing, fact)
    expect([got.value === fact.value, got.value_read, got.status]).toEqual([false, '', 'disputed'])
    expect(isReadWithDoubt(got)).toBe(true)
    expect(grave(filing)).toEqual([])
  })

  it('never changes a character that was read surely, whatever its alternatives', () => {
    const fact = it1.printed.facts.find((f) => f.function_code === '20701' && f.nature === 'basic') as Fact
    const right = fact.raw[0] as string
    const as = { ...unsurely(right === '3' ? '8' : '3', right), confidence: 0.97 }
    const filing = read({ fact, at: 0, as })
    expect(settled(filing)).toEqual([])
    expect(grave(filing).length).toBeGreaterThan(0)
  })

  it('has figures settled together that the same ink made look alike', () => {
    const chain = inFunctions(it1.printed).filter((f) => /^221/.test(f.function_code))
    const raw = chain[0]?.raw as string
    const right = raw[1] as string
    const wrong = right === '3' ? '8' : '3'
    const filing = read(
      ...chain.filter((f) => f.raw === raw).map((fact) => ({ fact, at: 1, as: unsurely(wrong, right) })),
    )
    expect(chain.map((f) => byId(filing, f).value)).toEqual(chain.map((f) => f.value))
    expect(settled(filing).length).toBeGreaterThan(2)
  })

  it('has what is no figure read as one where an identity confirms it, and marked where none does', () => {
    const points = (f: Fact) => ({
      fact: f,
      at: f.raw.indexOf('.'),
      as: { text: ',', confidence: 0.5, alternatives: [{ text: '.', confidence: 0.4 }] },
    })
    const fact = inFunctions(it1.printed).find((f) => f.function_code === '2070101') as Fact
    const filing = read(points(fact))
    const got = byId(filing, fact)
    expect([got.value, got.raw, got.note]).toEqual([
      fact.value,
      fact.raw,
      [`format-read-as ${fact.raw.replace('.', ',')}`],
    ])
    expect(got.confidence).toBeLessThanOrEqual(0.5)
    expect(filing.findings).toEqual([])
  })

  it('gets no figure from characters that are none in any reading, and its sums say what they lack', () => {
    const fact = inFunctions(it1.printed).find((f) => f.function_code === '2070101') as Fact
    const as = { text: ',', confidence: 0.5, alternatives: [{ text: ':', confidence: 0.4 }] }
    const filing = read({ fact, at: fact.raw.indexOf('.'), as })
    expect(filing.facts.map((f) => f.fact_id)).not.toContain(fact.fact_id)
    expect(settled(filing)).toEqual([])
    expect(filing.findings.map((f) => f.severity)).toContain('warning')
    expect(filing.findings[0]?.message).toContain('读不成数字')
    expect(grave(filing)).toEqual([])
  })
})

describe('a point that was lost behind a 0', () => {
  it('is put back where the sums say so', async () => {
    const { source, pages, printed } = await paper('泽岭', '部门综合预算.pdf')
    const sums = (f: Fact) =>
      printed.outcomes.filter(
        (o) => /TABLE-(?:CODE|ROW|COLUMN)/.test(o.check_id) && o.facts.includes(f.fact_id),
      )
    const fact = printed.facts.find((f) => /^\d+0\.\d\d$/.test(f.raw) && sums(f).length > 1) as Fact
    const [zero, point] = glyphsOf(fact, pages).slice(fact.raw.indexOf('.') - 1)
    const scanned = asScanned(pages, (g) =>
      g === zero
        ? { text: '0', confidence: 0.9, alternatives: [{ text: '0.', confidence: 0.1 }] }
        : undefined,
    )
    const filing = filingFrom(
      source,
      scanned.map((p) => ({
        ...p,
        glyphs: p.glyphs.filter((g) => g.page !== fact.page || g.x0 !== point?.x0 || g.y0 !== point.y0),
      })),
    )
    const got = settled(filing)
    expect(got.map((f) => [f.raw, f.value, f.value_read])).toEqual([
      [fact.raw, fact.value, `${Number(fact.value) * 100}`],
    ])
  })
})

describe('a code column', () => {
  it('is mended by the catalogue and the printed name, and says what was read', async () => {
    const { source, pages, printed } = await paper('云汀', '云汀市水文化局2025')
    const fact = inFunctions(printed).find((f) => f.function_code === '2210201') as Fact
    const page = pages.find((p) => p.number === fact.page) as Page
    const row = page.glyphs
      .filter((g) => Math.abs((g.y0 + g.y1) / 2 - middleOf(fact)) < 4)
      .sort((a, b) => a.x0 - b.x0)
    const last = row.findIndex((g) => !/\d/.test(g.text)) - 1
    const code = row
      .slice(0, last + 1)
      .map((g) => g.text)
      .join('')
    const read = (as: string, ...alternatives: string[]) =>
      filingFrom(
        source,
        asScanned(pages, (g) => (g === row[last] ? unsurely(as, ...(alternatives as [string])) : undefined)),
      )
    const wrong = read('l', '1', '7')
    expect(code).toBe('2210201')
    const got = byId(wrong, fact)
    expect([got.function_code, got.note]).toEqual(['2210201', ['code-read-as 0l']])
    expect(wrong.findings).toEqual([])
  })

  const middleOf = (fact: Fact) => {
    const [, y0, , y1] = fact.bbox.split(' ').map(Number) as [number, number, number, number]
    return (y0 + y1) / 2
  }
})

describe.each([['款不等于项之和'], ['类不等于表间'], ['说明与表不符']])(
  'a filing with a planted fault (%s), scanned',
  (name) => {
    let it2: Paper
    beforeAll(async () => {
      it2 = await paper('青屏', name)
    })

    it('keeps its fault', () => {
      const filing = filingFrom(it2.source, asScanned(it2.pages))
      expect(settled(filing)).toEqual([])
      expect(grave(filing)).toEqual(grave(it2.printed))
    })

    it('keeps it though every other figure is blurred and could be something else', () => {
      const faulty = new Set(it2.printed.findings.flatMap((f) => f.facts.slice(0, 1)))
      const sharp = new Set(
        it2.printed.facts.filter((f) => faulty.has(f.fact_id)).flatMap((f) => glyphsOf(f, it2.pages)),
      )
      const other = (digit: string) => `${(Number(digit) + 3) % 10}`
      const filing = filingFrom(
        it2.source,
        asScanned(it2.pages, (g) =>
          /\d/.test(g.text) && !sharp.has(g)
            ? { ...unsurely(g.text, other(g.text)), confidence: 0.9 }
            : undefined,
        ),
      )
      expect(settled(filing)).toEqual([])
      expect(grave(filing)).toEqual(grave(it2.printed))
    })

    it('keeps it though the right digits are among the alternatives of its sharp characters', () => {
      const all = '0123456789'
      const filing = filingFrom(
        it2.source,
        asScanned(it2.pages, (g) =>
          /\d/.test(g.text)
            ? {
                text: g.text,
                confidence: 0.96,
                alternatives: [...all].map((text) => ({ text, confidence: 0.04 })),
              }
            : undefined,
        ),
      )
      expect(settled(filing)).toEqual([])
      expect(grave(filing)).toEqual(grave(it2.printed))
    })

    it('has a misread figure settled beside it, and the fault is still there', () => {
      const fact = it2.printed.facts.find(
        (f) => f.page > 6 && f.economy_code === '30102' && f.nature === 'basic',
      )
      if (!fact) return
      const right = fact.raw[0] as string
      const filing = filingFrom(
        it2.source,
        misread(it2.pages, [{ fact, at: 0, as: unsurely(right === '3' ? '8' : '3', right) }]),
      )
      expect(settled(filing).map((f) => f.value)).toEqual([fact.value])
      expect(grave(filing)).toEqual(grave(it2.printed))
    })
  },
)

describe('a digital filing', () => {
  it('is what the rooms before would give alone, to the byte', async () => {
    const { source, printed } = await paper('泽岭', '部门综合预算.pdf')
    const filing = await processFiling(source)
    expect(JSON.stringify(filing)).toBe(JSON.stringify(printed))
    expect(filing.facts.every((f) => f.method === 'text' && f.confidence === 1 && f.value_read === '')).toBe(
      true,
    )
    expect(filing.outcomes.filter((o) => /READ/.test(o.check_id))).toEqual([])
  })
})
