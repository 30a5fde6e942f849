import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CFB } from '@e965/xlsx'
import { afterEach, describe, expect, it } from 'vitest'
import { speaker, wordsOf } from '../../../src/locales/index.js'
import { readOffice } from '../../../src/read/office/index.js'
import { docx, paragraph } from './make-docx.js'

function compound(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, stream, Buffer.from('x'.repeat(5000)))
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

const path = process.env.PATH
afterEach(() => {
  process.env.PATH = path
})

/** A folder with a program called soffice that does this. */
function withOffice(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'soffice '))
  writeFileSync(join(folder, 'soffice'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'soffice'), 0o755)
  process.env.PATH = `${folder}:/usr/bin:/bin`
  return folder
}

describe.skipIf(process.platform === 'win32')('a document of Word 97', () => {
  it('is converted by LibreOffice where there is one, with a profile of its own, and nothing is left over', async () => {
    const folder = withOffice('')
    writeFileSync(join(folder, 'made.docx'), docx({ body: paragraph('二〇三一年部门预算') }))
    // The last but one argument is the folder to write to.
    withOffice(
      `echo "$@" > "${folder}/said"; while [ "$#" -gt 2 ]; do shift; done; cp "${folder}/made.docx" "$1/in.docx"`,
    )
    expect(await readOffice('compound', compound('WordDocument'), async () => [])).toHaveProperty(
      'pages.0.method',
      'text',
    )
    const said = readFileSync(join(folder, 'said'), 'utf8')
    expect(said).toMatch(
      /^-env:UserInstallation=file:\/\/\S+ --headless --norestore --convert-to docx --outdir /,
    )
    expect(existsSync(/--outdir (\S+)/.exec(said)?.[1] ?? '/')).toBe(false)
  })

  it.each([
    ['there is none', undefined],
    ['it fails', 'exit 3'],
    ['it writes nothing', 'exit 0'],
  ])('is told apart where %s', async (_, script) => {
    if (script === undefined) process.env.PATH = '/nowhere'
    else withOffice(script)
    expect(await readOffice('compound', compound('WordDocument'), async () => [])).toEqual({
      unsupported: 'doc',
    })
  })
})

describe('other formats of old', () => {
  it.each([
    ['PowerPoint Document', { unsupported: 'compound' }],
    ['EncryptedPackage', { fault: 'encrypted-office' }],
  ])('%s', async (stream, result) => {
    expect(await readOffice('compound', compound(stream), async () => [])).toEqual(result)
  })

  it.each(['doc', 'compound', 'office', 'ofd', 'rar', '7z'])(
    '%s: the sentence names a program and a format',
    (format) => {
      const words = wordsOf(speaker('zh-CN'), `unsupported-format: ${format}`)
      expect(words).toMatch(/Word|Office|WPS|阅读器|7-Zip/)
      expect(words).toMatch(/PDF|\.docx|ZIP/)
      expect(wordsOf(speaker('en'), `unsupported-format: ${format}`)).not.toContain('unsupported')
    },
  )
})
