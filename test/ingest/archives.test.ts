import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bytesOf, type FoundSources, findSources } from '../../src/ingest/index.js'
import { gbk } from '../read/gbk.js'
import { type Packed, unicodePath, zip } from './make-zip.js'

const folder = mkdtempSync(join(tmpdir(), '压缩包 '))
let count = 0

/** What an archive of these entries gives, called 甲.zip. */
async function found(content: Packed[] | Uint8Array): Promise<FoundSources> {
  const base = join(folder, String(++count))
  writeFileSync(`${base}.zip`, content instanceof Uint8Array ? content : zip(content))
  const sources = await findSources([`${base}.zip`], `${base}-inner`)
  const rename = <T extends { source: string }>(one: T): T => ({
    ...one,
    source: one.source.replace(`${count}.zip`, '甲.zip'),
  })
  return { ...sources, sources: sources.sources.map(rename), problems: sources.problems.map(rename) }
}

const pdf = (text: string, method = 8): Packed => ({
  name: `${text}.pdf`,
  content: `%PDF-1.4 ${text}`,
  method,
})
const names = ({ sources }: FoundSources) => sources.map((s) => [s.source, s.kind, s.fault ?? ''])
const troubles = ({ problems }: FoundSources) => problems.map((p) => [p.source, p.code])

describe('an archive', () => {
  it.each([
    ['stored', 0],
    ['deflated', 8],
  ])('%s: what stands in it are inputs of their own', async (_, method) => {
    const given = ['a', 'b', 'c'].map((n) => pdf(n, method))
    const all = await found([...given, { name: '夹/', content: '', method: 0 }, pdf('夹/d', method)])
    expect(names(all)).toEqual([
      ['甲.zip!/a.pdf', 'pdf', ''],
      ['甲.zip!/b.pdf', 'pdf', ''],
      ['甲.zip!/c.pdf', 'pdf', ''],
      ['甲.zip!/夹/d.pdf', 'pdf', ''],
    ])
    for (const source of all.sources)
      expect(String(await bytesOf(source))).toMatch(/^%PDF-1.4 (?:夹\/)?[a-d]$/)
    expect(troubles(all)).toEqual([])
    expect(existsSync(all.unpackedTo)).toBe(false)
  })

  it('reads archives inside archives down to the third, and documents as what they are', async () => {
    const docx = zip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<w/>' },
    ])
    const in3 = zip([pdf('三'), { name: 'x.docx', content: docx }])
    const in4 = zip([{ name: '四层.zip', content: zip([pdf('四')]) }])
    const in2 = zip([
      { name: '内.zip', content: in3 },
      { name: '又.zip', content: in4 },
    ])
    const all = await found([{ name: '外.zip', content: in2, method: 0 }, pdf('一')])
    expect(names(all)).toEqual([
      ['甲.zip!/一.pdf', 'pdf', ''],
      ['甲.zip!/外.zip!/内.zip!/x.docx', 'docx', ''],
      ['甲.zip!/外.zip!/内.zip!/三.pdf', 'pdf', ''],
      ['甲.zip!/外.zip!/又.zip!/四层.zip', 'archive', 'archive-too-deep'],
    ])
    expect(String(await bytesOf(all.sources[2]!))).toBe('%PDF-1.4 三')
    expect((await bytesOf(all.sources[1]!)).equals(docx)).toBe(true)
    // The outer one and the two that hold others: documents leave no copy.
    expect(readdirSync(all.unpackedTo)).toHaveLength(3)
  })

  it('knows names in GB 18030, in UTF-8 with and without the flag, and in the field for Unicode', async () => {
    const all = await found([
      { ...pdf('1'), name: gbk('财政局/预算.pdf') },
      { ...pdf('2'), name: './审计局.pdf' },
      { ...pdf('3'), name: '文旅局.pdf', flags: 0x800 },
      { ...pdf('4'), name: '????.pdf', extra: unicodePath(Buffer.from('????.pdf'), '水务局.pdf') },
      { ...pdf('5'), name: gbk('卫健委\\决算.pdf') },
      // These bytes are UTF-8 by chance, of letters that no Chinese name consists of.
      { ...pdf('6'), name: Buffer.from([0xd2, 0xbb, 0xd6, 0xa7]) },
    ])
    expect(all.sources.map((s) => s.source.slice(7)).sort()).toEqual(
      ['财政局/预算.pdf', '审计局.pdf', '文旅局.pdf', '水务局.pdf', '卫健委/决算.pdf', '一支'].sort(),
    )
  })

  it('reports what is locked, damaged, packed otherwise, a link, or leads out of it, and reads the rest', async () => {
    const all = await found([
      { ...pdf('好'), method: 0 },
      { ...pdf('锁'), flags: 1 },
      { ...pdf('坏'), checksum: 1 },
      { ...pdf('别'), method: 14 },
      { ...pdf('链'), mode: 0o120777 },
      pdf('./../../出'),
      pdf('/etc/出'),
      pdf('C:\\出'),
      { name: '__MACOSX/._好.pdf', content: 'x' },
    ])
    expect(names(all)).toEqual([['甲.zip!/好.pdf', 'pdf', '']])
    expect(troubles(all)).toEqual([
      ['甲.zip!/锁.pdf', 'entry-encrypted'],
      ['甲.zip!/坏.pdf', 'entry-damaged'],
      ['甲.zip!/别.pdf', 'entry-method'],
      ['甲.zip!/链.pdf', 'not-a-file'],
      ['甲.zip!/../../出.pdf', 'entry-escapes'],
      ['甲.zip!//etc/出.pdf', 'entry-escapes'],
      ['甲.zip!/C:/出.pdf', 'entry-escapes'],
    ])
  })

  const noise = randomBytes(4096)
  const blank = Buffer.alloc(40 * 1024 * 1024)
  it.each<[string, string, Packed[] | Uint8Array]>([
    ['that is cut', 'broken-archive', zip([pdf('一'), pdf('二')]).subarray(0, 60)],
    ['without files', 'empty-archive', [{ name: '夹/', content: '', method: 0 }]],
    ['that is locked', 'encrypted-archive', [{ ...pdf('一'), flags: 1 }]],
    [
      'that grows beyond measure',
      'archive-bomb',
      Array.from({ length: 7 }, (_, i) => ({ name: `${i}.bmp`, content: blank })),
    ],
    [
      'whose entries share their bytes',
      'archive-bomb',
      Array.from({ length: 9 }, (_, i) => ({ name: '一.pdf', content: noise, shares: i > 0 })),
    ],
  ])('%s stands for itself: %s', async (_, fault, content) => {
    const all = await found(content)
    expect(names(all)).toEqual([['甲.zip', 'archive', fault]])
    expect(troubles(all)).toEqual([])
  })

  it('counts what unpacks inside archives inside it', async () => {
    const inner = zip(Array.from({ length: 4 }, (_, i) => ({ name: `${i}.bmp`, content: blank })))
    const all = await found([
      { name: '1.zip', content: inner },
      { name: '2.zip', content: Buffer.concat([inner]) },
    ])
    expect(names(all).map(([name, , fault]) => [name, fault])).toContainEqual([
      '甲.zip!/2.zip',
      'archive-bomb',
    ])
  })

  it('believes no size that it does not find', async () => {
    const all = await found([{ name: '谎.pdf', content: blank, size: 1000 }, pdf('真')])
    expect(names(all)).toEqual([['甲.zip!/真.pdf', 'pdf', '']])
    expect(troubles(all)).toEqual([['甲.zip!/谎.pdf', 'entry-damaged']])
  })
})
