import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { processAll } from '../../src/run/index.js'
import { makePdf } from '../read/make-pdf.js'

const worker = new URL('../../dist/run/worker.js', import.meta.url)
const password = 'qiangmima-2031'

it('a locked PDF is tried again when a password is given, which is written nowhere', async () => {
  const [folder, output] = [mkdtempSync(join(tmpdir(), '锁 ')), mkdtempSync(join(tmpdir(), '结果 '))]
  const bytes = await makePdf((d) => d.text('2031'), { userPassword: password, pdfVersion: '1.7' })
  writeFileSync(join(folder, '锁.pdf'), bytes)
  const outcome = async (passwords?: string[]) =>
    (await processAll([folder], { output, worker, ocr: 'off', passwords })).inputs.map((i) => i.message)
  expect(await outcome()).toEqual(['encrypted-pdf'])
  expect(await outcome(['wrong'])).toEqual(['encrypted-pdf'])
  expect(await outcome(['wrong', password])).toEqual(['too-little'])
  // What was read once stays read.
  expect(await outcome()).toEqual(['too-little'])
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain(password)
})
