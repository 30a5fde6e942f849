import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bytesOf, findSources } from '../../src/ingest/index.js'
import { speaker } from '../../src/locales/index.js'
import { zip } from './make-zip.js'

describe.skipIf(process.platform === 'win32')('names that would do something to a terminal', () => {
  const name = '甲\u001b[2J\u202efdp\u0007\n乙.pdf'
  const visible = '甲\\x1b[2J\\u202efdp\\x07\\x0a乙.pdf'

  it('are shown, in folders and archives, and the file is read all the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), '名 '))
    writeFileSync(join(folder, name), '%PDF-1')
    writeFileSync(join(folder, 'z.zip'), zip([{ name, content: '%PDF-2' }]))
    const { sources } = await findSources([folder])
    expect(sources.map((s) => s.source.split('/').slice(1).join('/'))).toEqual([`z.zip!/${visible}`, visible])
    expect(await Promise.all(sources.map(async (s) => String(await bytesOf(s))))).toEqual([
      '%PDF-2',
      '%PDF-1',
    ])
  })

  it('are shown in sentences', () => {
    expect(speaker('zh-CN')('input.not-found', { path: '/甲\u001b]0;x\u0007\u2066' })).toContain(
      '/甲\\x1b]0;x\\x07\\u2066',
    )
  })
})
