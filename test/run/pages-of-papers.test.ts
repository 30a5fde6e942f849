import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { processAll, type RunOptions } from '../../src/run/index.js'
import { makePdf } from '../read/make-pdf.js'
import { CHINESE, type Drawn, drawn } from '../read/ocr/draw-text.js'
import { wholeFilings } from '../whole-filings.js'

const SHARED = new URL('../../../shared/filings/putuo-png', import.meta.url).pathname
const worker = new URL('../../dist/run/worker.js', import.meta.url)
const LONG = 300_000

/** Lines of a page from the top, three leading spaces for the first of a paragraph. */
const lines = (...texts: string[]): Drawn[] => texts.map((text, i) => [text, 60, 90 + i * 22, 11])

const FIRST: Drawn[] = [
  ['2031年部门预算编制说明', 200, 60, 18],
  ...lines(
    '　　2031年，云汀市古渠局收入预算120.00万元，其中：财政拨款收入120.00万元。',
    '　　支出预算120.00万元，其中：财政拨款支出预算120.00万元，比2030年预算增加2.00万元。',
    '　　财政拨款支出主要内容如下：',
    '　　1.“教育支出（类）-进修及培训（款）-培训支出（项）”20.00万元，主要用于业务培训。',
  ),
]
const MIDDLE = lines(
  '　　2.“农林水支出（类）-水利（款）-行政运行（项）”70.00万元，主要用于保障机关正常运转。',
  '　　3.“农林水支出（类）-水利（款）-水利工程运行与维护（项）”30.00万元，主要用于渠道维护。',
)
const OTHER_YEAR = lines(
  '　　2.“农林水支出（类）-水利（款）-行政运行（项）”2029年度预算70.00万元，2028年度预算60.00万元。',
)
const LETTER = lines('　　亲爱的小明：渠边的柳树都绿了，等你回来一起去看。', '　　祝好。')
const OTHER_ORGAN: Drawn[] = [
  ['2031年部门预算编制说明', 200, 60, 18],
  ...lines('　　2031年，青屏市园林局收入预算80.00万元，其中：财政拨款收入80.00万元。'),
]

/** A table that goes on from the page before: rows alone. */
const rows = (doc: PDFKit.PDFDocument): void => {
  const cells = [
    ['2130301', '行政运行', '70.00'],
    ['2130306', '水利工程运行与维护', '30.00'],
    ['2050803', '培训支出', '20.00'],
  ]
  cells.forEach((row, r) => {
    for (const [c, text] of row.entries()) {
      doc.rect(60 + c * 150, 100 + r * 30, 150, 30).stroke()
      doc.fontSize(11).text(text, 66 + c * 150, 108 + r * 30, { lineBreak: false })
    }
  })
}

const pdf = (page: readonly Drawn[] | typeof rows): Promise<Uint8Array> =>
  makePdf((doc) => {
    doc.font(CHINESE)
    if (typeof page === 'function') page(doc)
    else for (const [text, x, y, size = 11] of page) doc.fontSize(size).text(text, x, y, { lineBreak: false })
  })

async function folderOf(pages: Record<string, readonly Drawn[] | typeof rows>): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), '分页 ')), '件')
  mkdirSync(folder)
  for (const [name, page] of Object.entries(pages)) writeFileSync(join(folder, name), await pdf(page))
  return folder
}

async function run(folder: string, output: string, options: Partial<RunOptions> = {}) {
  const again: string[] = []
  await processAll([folder], {
    output,
    worker,
    ocr: 'off',
    concurrency: 2,
    force: true,
    onProgress: ({ input, reused }) =>
      reused ? undefined : again.push(input.source.split('/')[1] as string),
    ...options,
  })
  const filings = await wholeFilings(output)
  return { of: new Map(filings.map((f) => [f.source.split('/')[1] as string, f])), again: again.sort() }
}

const out = () => join(mkdtempSync(join(tmpdir(), '分页 ')), '结果')
const bytesOf = (output: string) =>
  [
    'filings.csv',
    'facts.csv',
    'checks.csv',
    'findings.csv',
    ...readdirSync(join(output, 'filings')).map((n) => `filings/${n}`),
  ].map((name) => [name, readFileSync(join(output, name), 'utf8')])

describe('the pages of one paper, published as files', () => {
  it(
    'are one filing: what one of them says holds for those that say nothing',
    async () => {
      const folder = await folderOf({
        '预算_p1.pdf': FIRST,
        '预算_p2.pdf': MIDDLE,
        '预算_p3.pdf': rows,
        '预算_p4.pdf': OTHER_YEAR,
        '预算_p5.pdf': LETTER,
        '附注_p2.pdf': MIDDLE.map(([text, x, y]): Drawn => [text.replace('70', '71'), x, y]),
      })
      const output = out()
      const { of } = await run(folder, output)
      const first = of.get('预算_p1.pdf')!
      const middle = of.get('预算_p2.pdf')!
      expect([first.status, first.organization, first.fiscal_year]).toEqual(['ok', '云汀市古渠局', '2031'])
      expect(middle).toMatchObject({
        status: 'ok',
        kind: 'budget',
        organization: '云汀市古渠局',
        fiscal_year: '2031',
        set_id: first.filing_id,
        organization_id: first.organization_id,
      })
      // The sentence that announces the list stands on the page before.
      expect(middle.facts.map((f) => [f.fund, f.function_code, f.value, f.page])).toEqual([
        ['fiscal', '2130301', '700000', 1],
        ['fiscal', '2130306', '300000', 1],
      ])
      expect(middle.facts.every((f) => f.note.includes('paper-of-pages'))).toBe(true)
      // Rows without heads: nobody knows what they are, or in what unit.
      const table = of.get('预算_p3.pdf')!
      expect(table.facts).toEqual([])
      expect(table.status).not.toBe('ok')
      for (const name of ['预算_p4.pdf', '预算_p5.pdf', '附注_p2.pdf'])
        expect(of.get(name)).toMatchObject({
          status: 'not-a-filing',
          organization: '',
          set_id: of.get(name)?.filing_id,
        })

      const alone = out()
      await run(folder, alone, { concurrency: 1 })
      expect(bytesOf(alone)).toEqual(bytesOf(output))
      const before = bytesOf(output)
      expect((await run(folder, output)).again).toEqual([])
      expect(bytesOf(output)).toEqual(before)
    },
    LONG,
  )

  it(
    'are none where one says otherwise, now or when it comes to them later',
    async () => {
      const folder = await folderOf({ '扫描-001.pdf': FIRST, '扫描-002.pdf': MIDDLE })
      const output = out()
      const { of } = await run(folder, output)
      expect(of.get('扫描-002.pdf')?.status).toBe('ok')
      writeFileSync(join(folder, '扫描-003.pdf'), await pdf(OTHER_ORGAN))
      const more = await run(folder, output)
      expect(more.of.get('扫描-002.pdf')).toMatchObject({ status: 'not-a-filing', facts: [] })
      expect(more.again).toEqual(['扫描-002.pdf', '扫描-003.pdf'])
      rmSync(join(folder, '扫描-003.pdf'))
      expect((await run(folder, output)).of.get('扫描-002.pdf')?.status).toBe('ok')
    },
    LONG,
  )

  it(
    'are no pages where one of them has several',
    async () => {
      const folder = await folderOf({ '附件-1.pdf': FIRST, '附件-2.pdf': MIDDLE })
      const whole = await makePdf((doc) => {
        doc.font(CHINESE).fontSize(11).text('渠道养护手册', 60, 60)
        doc.addPage().text('养护以清淤为主。', 60, 60)
      })
      writeFileSync(join(folder, '附件-3.pdf'), whole)
      expect((await run(folder, out())).of.get('附件-2.pdf')?.status).toBe('not-a-filing')
    },
    LONG,
  )

  it(
    'behind a missing page are read with doubt where a list goes on, and not bound where none does',
    async () => {
      const folder = await folderOf({
        '第1页.pdf': FIRST,
        '第3页.pdf': MIDDLE,
        '第5页.pdf': MIDDLE.map(([text, x, y]): Drawn => [text.replace(/[23]\./, ''), x, y]),
      })
      const { of } = await run(folder, out())
      const listed = of.get('第3页.pdf')!
      expect(listed.facts.length).toBe(2)
      for (const f of listed.facts)
        expect([f.status, f.note]).toEqual([
          'unproven',
          ['paper-of-pages', 'head-doubtful', 'read-with-doubt'],
        ])
      const lost = of.get('第5页.pdf')!
      expect(lost.facts).toEqual([])
      expect(lost.status).not.toBe('ok')
    },
    LONG,
  )

  it(
    'are read from pictures too',
    async () => {
      const folder = await folderOf({})
      for (const [name, page] of [
        ['1', FIRST],
        ['2', MIDDLE],
      ] as const) {
        const { width, height, data } = await drawn(page)
        await sharp(data, { raw: { width, height, channels: 1 } })
          .withMetadata({ density: 200 })
          .png()
          .toFile(join(folder, `公开 (${name}).png`))
      }
      const { of } = await run(folder, out(), { ocr: 'ppocr' })
      const [first, second] = [of.get('公开 (1).png')!, of.get('公开 (2).png')!]
      expect(second.set_id).toBe(first.filing_id)
      expect(second.facts.map((f) => [f.fund, f.value, f.method])).toEqual([
        ['fiscal', '700000', 'ocr'],
        ['fiscal', '300000', 'ocr'],
      ])
    },
    LONG,
  )

  it.skipIf(!existsSync(SHARED))(
    'of a real paper are its set, and pages behind missing ones prove nothing',
    async () => {
      const { of } = await run(SHARED, out(), { ocr: 'ppocr' })
      const filings = [...of.values()]
      expect(filings.map((f) => f.status)).toEqual(filings.map(() => 'ok'))
      expect(new Set(filings.map((f) => f.set_id)).size).toBe(1)
      const drawnIn = filings.filter((f) => f.engine.includes(' page-of '))
      expect(drawnIn.length).toBe(4)
      const facts = drawnIn.flatMap((f) => f.facts)
      expect(facts.length).toBeGreaterThan(100)
      for (const f of facts) expect([f.fund, f.status]).toEqual(['fiscal', 'unproven'])
      expect(
        filings.flatMap((f) => f.findings).filter((f) => f.check_id !== 'YS-STRUCTURE-READ-WITH-DOUBT'),
      ).toEqual([])
    },
    LONG,
  )
})
