import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSources } from '../../src/ingest/index.js'

const filler = '水文测报'.repeat(300)

describe('the kind of an input', () => {
  it.each([
    ['a page', '<!DOCTYPE html><html><body>水文</body></html>', 'html'],
    ['a page behind a long comment', `<!-- ${filler} --><html>`, 'html'],
    ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN">', 'html'],
    ['a part of a page', '\n <div class="a"><p>水文</p></div>', 'html'],
    ['a table alone', '<TABLE border=1><tr><td>1</table>', 'html'],
    ['a page with a mark before it', '\ufeff<html lang="zh">', 'html'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><p>水文', 'utf16le'), 'html'],
    ['a mail archive of a page', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>', 'text'],
    ['XML of another kind', '<?xml version="1.0"?><feed><title>水文</title></feed>', 'text'],
    [
      'a workbook as XML of 2003',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      'xlsx',
    ],
    ['plain text', '水文测报 <1.5 万元', 'text'],
  ] as const)('%s', async (_, content, kind) => {
    const path = join(mkdtempSync(join(tmpdir(), 'kinds ')), 'a.bin')
    writeFileSync(path, content)
    const { sources } = await findSources([path])
    expect(sources.map((s) => s.kind)).toEqual([kind])
  })
})
