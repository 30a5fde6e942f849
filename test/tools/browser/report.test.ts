// The report of the samples in a real browser, from the disk: Debian's Chromium, driven by Playwright.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe, { type AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM } from './chromium.js'

/** A matter that only the planted fault of the sample 说明与表不符 makes: the text says 9 万元 more than the table. */
const PLANTED = '1,209.24万元'

let browser: Browser
let page: Page
let folder: string
/** What went wrong in the page, and what it asked for beyond its own folder. */
const bad: string[] = []

function run(...args: string[]): void {
  execFileSync(process.execPath, ['dist/cli.js', 'run', ...args, '-q'], { stdio: 'ignore' })
}

async function open(hash = ''): Promise<void> {
  // Another address behind `#` alone loads nothing anew.
  await page.goto('about:blank')
  await page.goto(`${pathToFileURL(join(folder, '报告 一', 'report.html'))}${hash}`)
  await page.waitForSelector('.ranking, .card, .filing, article')
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-report-'))
  cpSync('samples/filings', join(folder, 'filings'), { recursive: true })
  run(join(folder, 'filings'), '-o', join(folder, '报告 一'))
  browser = await chromium.launch(CHROMIUM)
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.on('console', (message) => message.type() === 'error' && bad.push(message.text()))
  page.on('pageerror', (error) => bad.push(String(error)))
  page.on('dialog', (dialog) => {
    bad.push(`dialog ${dialog.message()}`)
    dialog.dismiss().catch(() => undefined)
  })
  page.on('request', (request) => /^(?:file|about|blob):/.test(request.url()) || bad.push(request.url()))
}, 300_000)

afterEach(() => {
  expect(bad.splice(0)).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the report in a browser', () => {
  it('leads from the first screen to the planted fault in two clicks, both figures boxed on their pages', async () => {
    await open()
    await page.click('.ranking a:has-text("青屏市水文化局")')
    await page.click(`.what a:has-text("${PLANTED}")`)
    await page.waitForSelector('.crops svg image')
    expect(await page.locator('.card h2').textContent()).toContain('12,002,400.00元')
    const suspects = await page.locator('.frame.suspect').count()
    const others = await page.locator('.frame.other').count()
    expect(suspects + others).toBeGreaterThanOrEqual(2)
    const titles = await page.locator('.crops .frame title').allTextContents()
    expect(titles.length).toBe(suspects + others)
    // A picture that is not there would leave the crop white.
    const sizes = await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll('.crops image')].map(async (image) => {
          const picture = new Image()
          picture.src = (image as SVGImageElement).href.baseVal
          await picture.decode()
          return picture.naturalWidth
        }),
      ),
    )
    expect(sizes.length).toBeGreaterThan(0)
    expect(Math.min(...sizes)).toBeGreaterThan(500)
    expect(await page.locator('.sums').textContent()).toMatch(/✗/)
    const href = await page.locator('.where a[target]').getAttribute('href')
    expect(decodeURIComponent(href ?? '')).toMatch(/^\.\.\/filings\/青屏\/.*说明与表不符.*\.pdf#page=2$/)
  })

  it('says the same in English, and in Chinese again', async () => {
    await open()
    const chinese = await page.locator('.what a').first().textContent()
    await page.click('button:has-text("English")')
    expect(await page.locator('.what a').first().textContent()).not.toBe(chinese)
    expect(await page.locator('h1').textContent()).toMatch(/^[\x20-\x7e]+$/)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.click('button:has-text("中文")')
    expect(await page.locator('.what a').first().textContent()).toBe(chinese)
  })

  it('filters by severity, place and words, and clears', async () => {
    await open()
    const count = () => page.locator('.filters output').textContent()
    const all = await count()
    await page.selectOption('.filters select >> nth=0', 'error')
    await expect.poll(count).toBe('3 件')
    await page.selectOption('.filters label:has-text("种类") select', 'final')
    await expect.poll(count).toBe('0 件')
    await page.click('.clear')
    await expect.poll(count).toBe(all)
    await page.fill('input[type=search]', '名词解释')
    await expect.poll(count).toBe('1 件')
    await page.fill('input[type=search]', '没有这样的话')
    await expect.poll(count).toBe('0 件')
  })

  it('prints a department as a list on A4, with every sentence and without the controls', async () => {
    await open()
    await page.click('.ranking a:has-text("青屏市水文化局")')
    const sentences = await page.locator('.what a').allTextContents()
    const file = join(folder, 'printed.pdf')
    await page.pdf({ path: file, preferCSSPageSize: true })
    const text = execFileSync('pdftotext', ['-raw', file, '-']).toString().replace(/\s/g, '')
    for (const sentence of sentences) expect(text).toContain(sentence.slice(0, 20).replace(/\s/g, ''))
    expect(text).not.toContain('完整性（平均分）')
    expect(execFileSync('pdfinfo', [file]).toString()).toMatch(/Page size:\s+59[45][.\d]* x 84[12]/)
  })

  it('shows pages, tables, sections, checks and completeness of a filing, every number framed', async () => {
    await open()
    await page.click('.filings a:has-text("云汀市水文化局2025年部门预算")')
    await page.click('.strip a:has-text("8")')
    await page.waitForSelector('.frame.proven')
    const frames = await page.locator('.frame').count()
    await page.click('details summary')
    expect(await page.locator('details tr').count()).toBe(frames)
    for (const [name, shown] of [
      ['表格', '.ruled td.proven'],
      ['章节', '.sections h3'],
      ['核对', '.outcome.pass'],
      ['完整性', '.answer.yes'],
    ] as const) {
      await page.click(`.views a:has-text("${name}")`)
      await page.waitForSelector(shown)
    }
  })

  it('shows an organization over the years', async () => {
    await open()
    await page.click('.ranking a:has-text("云汀市水文化局")')
    await page.click('.chosen-name a')
    await page.waitForSelector('.sparkline')
    expect(await page.locator('thead').first().textContent()).toMatch(/2024[\s\S]*2025/)
  })

  it('is reached by the keyboard alone', async () => {
    await open()
    const focused = () => page.evaluate(() => document.activeElement?.closest('.what a')?.textContent ?? '')
    for (let i = 0; i < 60 && (await focused()) === ''; i++) await page.keyboard.press('Tab')
    expect(await focused()).not.toBe('')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.card')
  })

  it.each([
    ['1366 × 768', 1366, 768],
    ['200 %', 683, 384],
  ])('fits %s without scrolling sideways', async (_, width, height) => {
    await page.setViewportSize({ width, height })
    for (const hash of ['', '#/control', await firstMatter(), await firstFiling()]) {
      await open(hash)
      const [wide, seen] = await page.evaluate(() => [document.body.scrollWidth, innerWidth])
      expect(wide, hash).toBeLessThanOrEqual(seen as number)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('has no serious fault of accessibility', async () => {
    const filing = await firstFiling()
    const views = ['tables', 'sections', 'checks', 'completeness'].map((view) => `${filing}/${view}`)
    for (const hash of ['', '#/control', await firstMatter(), filing, ...views]) {
      await open(hash)
      await page.waitForFunction(() => !document.querySelector('.waiting[role=status]'))
      await page.evaluate(axe.source)
      // Vitest would put a name of its own in place of `axe` in a function.
      const { violations } = await page.evaluate<AxeResults>('axe.run({ preload: false })')
      const found = violations.map((v) => `${v.impact} ${v.id} ${v.nodes[0]?.html}`)
      expect(
        found.filter((v) => /^(?:serious|critical)/.test(v)),
        hash,
      ).toEqual([])
    }
  })

  it('shows hostile text as text', async () => {
    const hostile = join(folder, 'hostile')
    mkdirSync(hostile)
    const source = readFileSync(
      join(folder, 'filings', '栖霞岭', '栖霞岭市水文化局2025年部门综合预算（网页）.html'),
      'utf8',
    )
    const scripted = '&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(2)&lt;/script&gt;'
    writeFileSync(join(hostile, '<script>alert(1)<／script>=HYPERLINK("x")\u202efdp.html'), source)
    writeFileSync(
      join(hostile, `${'长'.repeat(80)}.html`),
      source.replaceAll('文化旅游体育与传媒支出', scripted).replaceAll('行政运行', '长'.repeat(300)),
    )
    run(hostile, '-o', join(folder, '报告 一'), '--force')
    await open()
    expect(await page.locator('body').textContent()).toContain('<script>alert(1)')
    for (const link of await page.locator('.filings tbody a').all()) {
      await link.click()
      await page.waitForSelector('.frame')
      await page.click('.views a:has-text("表格")')
      await page.waitForSelector('.ruled')
      expect(await page.evaluate(() => document.body.scrollWidth <= innerWidth)).toBe(true)
      await open()
    }
    await page.click('.filings a:has-text("长长")')
    await page.click('.views a:has-text("表格")')
    await page.waitForSelector('.ruled')
    const tables = await page.locator('main').textContent()
    expect(tables).toContain('<img src=x onerror=alert(1)><script>alert(2)</script>')
    expect(tables).toContain('长'.repeat(300))
    expect(await page.locator('img, body script:not([src])').count()).toBe(0)
  })
})

async function firstMatter(): Promise<string> {
  await open()
  return (await page.locator('.what a').first().getAttribute('href')) ?? ''
}

async function firstFiling(): Promise<string> {
  await open()
  return (await page.locator('.filings tbody a').first().getAttribute('href')) ?? ''
}
