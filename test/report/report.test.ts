import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Filing } from '../../src/model/filing.js'
import type { Glyph, Page } from '../../src/model/page.js'
import {
  bandsOf,
  dataFile,
  encoded,
  OverviewBuilder,
  paperOf,
  partAsFiled,
  reportPage,
  wantedPlaces,
} from '../../src/report/index.js'
import { filingOf } from '../check/filing-of.js'
import { findingOf, headOf, rowOf } from '../second-look/rows.js'

const page = (n: number, method: 'text' | 'ocr' = 'text', doubt = '') => ({
  page: n,
  width: 595,
  height: 842,
  method,
  doubt,
  characters: 100,
  printed_page: `${n - 1}`,
})

const filing = (over: Partial<Filing>): Filing => ({
  ...filingOf([]),
  contract_version: '1',
  set_id: '',
  organization_id: '',
  engine: '',
  outcomes: [],
  findings: [],
  doubts: [],
  completeness: [],
  score: null,
  ...over,
})

describe('pictures of places', () => {
  const { facts } = filingOf([
    { fact_id: 'f1', page: 1, bbox: '400.0 100.0 440.0 110.0' },
    { fact_id: 'f2', page: 1, bbox: '400.0 160.0 440.0 170.0' },
    { fact_id: 'f3', page: 1, bbox: '400.0 700.0 440.0 710.0' },
    { fact_id: 'f4', page: 3, bbox: '400.0 4.0 440.0 14.0' },
  ])
  const pages = [page(1), page(2), page(3), page(4, 'ocr'), page(5, 'ocr', 'huge-image')]

  it('are bands over the whole width, those near each other in one, and all of a scanned page', () => {
    const bands = bandsOf(filing({ pages, facts }), { facts: ['f1', 'f2', 'f4'], places: [] })
    expect(bands.map((b) => [b.page, b.x0, b.x1, b.y0, b.y1])).toEqual([
      [1, 0, 595, 70, 200],
      [3, 0, 595, 0, 44],
      [4, 0, 595, 0, 842],
    ])
    expect(new Set(bands.map((b) => b.file)).size).toBe(3)
  })

  it('are of places that are no figures too', () => {
    const bands = bandsOf(filing({ pages: [page(2)] }), {
      facts: [],
      places: [{ page: 2, bbox: '0.0 820.0 10.0 840.0' }],
    })
    expect(bands).toMatchObject([{ page: 2, y0: 790, y1: 842 }])
  })

  it('are WebP of the size that was drawn', async () => {
    const picture = { width: 40, height: 20, channels: 1 as const, data: new Uint8Array(800).fill(255) }
    const head = await sharp(await encoded(picture)).metadata()
    expect(head).toMatchObject({ format: 'webp', width: 40, height: 20 })
  })
})

describe('a scanned page that did not lie straight', () => {
  /** A bar of ink, 200 by 4 pixels, in the middle of a page of 400 by 300. */
  const lying = async (degrees: number) => {
    const bar = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'white' } })
      .composite([
        {
          input: { create: { width: 200, height: 4, channels: 3, background: 'black' } },
          left: 100,
          top: 148,
        },
      ])
      .png()
      .toBuffer()
    const { data, info } = await sharp(bar)
      .rotate(degrees, { background: 'white' })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height, channels: 3 as const }
  }
  /** Rows that the bar is on, of the picture that the report shows. */
  const rows = async (webp: Buffer) => {
    const { data, info } = await sharp(webp).greyscale().raw().toBuffer({ resolveWithObject: true })
    const dark = Array.from({ length: info.height }, (_, y) =>
      data.subarray(y * info.width, (y + 1) * info.width).some((v) => v < 128),
    )
    return { width: info.width, height: info.height, high: dark.filter(Boolean).length }
  }

  it('is shown upright and straight, as its boxes are, in its own size', async () => {
    const crooked = await lying(-3)
    expect((await rows(await encoded(crooked))).high).toBeGreaterThan(10)
    const straight = await rows(await encoded(crooked, { quarter: 0, skew: 3 }))
    expect(straight).toMatchObject({ width: crooked.width, height: crooked.height })
    expect(straight.high).toBeLessThan(8)
    const aside = await lying(-90)
    expect(await rows(await encoded(aside, { quarter: 90, skew: 0 }))).toMatchObject({
      width: 400,
      height: 300,
    })
  })

  it('is asked for as it lies in its file', () => {
    const band = { page: 1, file: '', x0: 0, y0: 0, x1: 842, y1: 595 }
    expect(partAsFiled({ ...band, turning: { quarter: 270, skew: 0.5 } })).toEqual({
      x0: 0,
      y0: 0,
      x1: 595,
      y1: 842,
    })
    expect(partAsFiled({ ...band, turning: { quarter: 180, skew: 0 } })).toEqual({
      x0: 0,
      y0: 0,
      x1: 842,
      y1: 595,
    })
  })
})

describe('a page as it was read', () => {
  const glyph = (text: string, x0: number, y0: number): Glyph => ({
    text,
    page: 1,
    size: 10,
    bold: false,
    confidence: 1,
    x0,
    y0,
    x1: x0 + 10,
    y1: y0 + 10,
  })
  const read = (glyphs: Glyph[], method: 'text' | 'ocr' = 'text'): Page => ({
    number: 1,
    width: 595,
    height: 842,
    glyphs,
    rulings: [{ direction: 'vertical', at: 50, from: 10, to: 90, thickness: 1 }],
    pictures: [],
    hidden: [],
    method,
  })

  it('has characters of one line in one go, and begins anew behind a gap', () => {
    const glyphs = [glyph('预', 10, 10), glyph('算', 20, 10), glyph('1', 60, 10), glyph('表', 10, 30)]
    const [drawn] = paperOf([read(glyphs)]).pages
    expect(drawn?.runs).toEqual([
      [100, 100, 300, 200, '预算'],
      [600, 100, 700, 200, '1'],
      [100, 300, 200, 400, '表'],
    ])
    expect(drawn?.rulings).toEqual([[500, 100, 500, 900]])
  })

  it('is not drawn where it was recognized: its picture shows it', () => {
    expect(paperOf([read([glyph('预', 10, 10)], 'ocr')]).pages).toEqual([])
  })
})

describe('the overview', () => {
  const words = {
    finding: ({ message }: { message: string }) => ({ zh: message, en: `en ${message}` }),
    message: (message: string) => ({ zh: message, en: message }),
    className: (_: string, code: string) => `名${code}`,
    checks: {},
    requirements: {},
    concepts: {},
  }
  const id = 'a'.repeat(16)
  const NOTHING = {
    tool: '',
    language: 'zh-CN' as const,
    rows: [],
    organizations: [],
    control: [],
    roster: [],
    href: () => '',
  }
  const rows = [
    rowOf({ finding_id: 'lead', root_cause_id: 'r', difference: '-10', facts: [`${id}-f1-1`] }),
    rowOf({ finding_id: 'next', root_cause_id: 'r', severity: 'info' }),
    rowOf({ finding_id: 'own', unit: '%', difference: '3', facts: [`${'b'.repeat(16)}-f2-1`] }),
  ]

  it('counts checks over all filings with the filing that they are about, or apart', () => {
    const builder = new OverviewBuilder(words)
    builder.add(filing({ pages: [page(1)] }))
    builder.overAll({ filing_id: id, outcome: 'undecided' })
    builder.overAll({ filing_id: '', outcome: 'undecided' })
    const { filings, checks_apart } = builder.overview(NOTHING)
    expect(filings[0]?.checks.undecided).toBe(1)
    expect(checks_apart).toEqual({ pass: 0, fail: 0, undecided: 1 })
    expect(filings[0]?.filing_id).toBe(id)
  })

  it('tells what one wrong figure explains as one matter', () => {
    const builder = new OverviewBuilder(words)
    builder.add(filing({ pages: [page(1), page(2)], findings: [findingOf()], score: 80 }))
    const { matters, filings } = builder.overview({
      tool: '',
      language: 'zh-CN',
      rows,
      organizations: [],
      control: [],
      roster: [],
      href: (source) => `../${source}`,
    })
    expect(matters.map((m) => [m.finding_id, m.yuan, m.follows.map((f) => f.finding_id)])).toEqual([
      ['lead', '10', ['next']],
      ['own', '', []],
    ])
    expect(matters[0]).toMatchObject({ printed_page: '0', organization_id: headOf().organization_id })
    expect(filings).toMatchObject([{ href: '../a.pdf', score: 80, pages: 2 }])
  })

  it('adds up what departments spend on a class by how far it is proven, and counts nothing twice', () => {
    const builder = new OverviewBuilder(words)
    const amount = {
      organization_id: 'o',
      organization: '',
      organization_level: 'department',
      region: '云汀市',
      kind: 'budget',
      basis: 'budget',
      year: '2026',
      fund: 'all',
      function_code: '208',
      economy_code: '',
      government_economy_code: '',
      nature: '',
      concept: 'expenditure',
      value_yuan: '0.1',
      prints: 1,
      conflict: false,
      conflict_facts: '',
      status: 'proven',
      confidence: 1,
      fact_id: '',
      filing_id: '',
      source: '',
      page: 1,
      bbox: '',
      printed_in: 'table',
      raw: '',
      raw_unit: '',
      filing_sha256: '',
    }
    for (const over of [
      {},
      { value_yuan: '0.2' },
      { status: 'unproven' },
      { organization_level: 'unit' },
      { function_code: '20801' },
      { basis: 'final' },
      { nature: 'basic' },
    ])
      builder.amount({ ...amount, ...over })
    const { spending } = builder.overview({
      tool: '',
      language: 'zh-CN',
      rows: [],
      organizations: [],
      control: [],
      roster: [],
      href: () => '',
    })
    expect(spending.map((s) => [s.code, s.name, s.status, s.value, s.departments])).toEqual([
      ['208', '名208', 'proven', '0.3', 2],
      ['208', '名208', 'unproven', '0.1', 1],
    ])
  })

  it('asks for the places of every finding in every filing that it speaks of', () => {
    const wanted = wantedPlaces(rows)
    expect([...wanted.keys()]).toEqual([id, 'b'.repeat(16)])
    expect(wanted.get('b'.repeat(16))).toEqual({ facts: [`${'b'.repeat(16)}-f2-1`], places: [] })
  })
})

describe('the files of the report', () => {
  it('are scripts that hand over what they hold, whatever it says', () => {
    const data = { text: '</script><script>alert(1)</script>\u2028"\\' }
    const script = dataFile('filings/x', data)
    const [, name, deflated = ''] = /^yusuanReport\("([^"]+)","([\w+/=]+)"\)\n$/.exec(script) ?? []
    expect(name).toBe('filings/x')
    expect(JSON.parse(inflateSync(Buffer.from(deflated, 'base64')).toString())).toEqual(data)
  })

  it('are all that the page may load', () => {
    const html = reportPage('zh-CN', '报告', '要打开脚本')
    expect(html).toContain(
      `content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';`,
    )
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="report/viewer.js">'])
    expect(html).not.toMatch(/https?:/)
  })
})
