// The pictures of the report that the READMEs show, from the samples: npm run pictures
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { processAll } from '../../../src/run/index.js'
import { CHROMIUM } from './chromium.js'

const folder = mkdtempSync(join(tmpdir(), 'yusuan-pictures-'))
try {
  const worker = new URL('../../../dist/run/worker.js', import.meta.url)
  await processAll(['samples/filings'], { output: join(folder, '结果'), worker })
  const browser = await chromium.launch(CHROMIUM)
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } })
  const shoot = async (name: string, height: number) => {
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 1200, height } })
    await sharp(picture).png({ palette: true, colours: 64 }).toFile(`docs/pictures/${name}.png`)
  }
  await page.goto(pathToFileURL(join(folder, '结果', 'report.html')).href)
  await page.waitForSelector('.what a')
  await shoot('report', 720)
  await page.click('.what a')
  await page.waitForSelector('.sums')
  await page.waitForTimeout(300)
  await shoot('matter', 560)
  await browser.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
