import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSources } from '../../src/ingest/index.js'

const made = () => mkdtempSync(join(tmpdir(), '链接 '))
const put = (path: string, text = path) => writeFileSync(path, `%PDF- ${text}`)

async function found(...args: string[]) {
  const { sources, duplicates, problems } = await findSources(args)
  const below = (name: string) => name.split('/').slice(1).join('/')
  return {
    names: sources.map((s) => below(s.source)),
    duplicates: duplicates.map((s) => below(s.source)),
    problems: problems.map((p) => `${below(p.source)} ${p.code}`).sort(),
  }
}

describe.skipIf(process.platform === 'win32')('links and what is no file', () => {
  it('follows a link inside once, and reports those that lead out or nowhere', async () => {
    const [folder, elsewhere] = [made(), made()]
    mkdirSync(join(folder, '.仓'))
    mkdirSync(join(folder, '局'))
    put(join(folder, '.仓', '1'))
    put(join(folder, '局', '预算.pdf'))
    put(join(elsewhere, '外.pdf'))
    symlinkSync('.仓/1', join(folder, '甲.pdf'))
    symlinkSync('.仓/1', join(folder, '甲又.pdf'))
    symlinkSync('局', join(folder, 'A'))
    symlinkSync('..', join(folder, '局', '圈'))
    symlinkSync('局/预算.pdf', join(folder, '乙.pdf'))
    symlinkSync(join(elsewhere, '外.pdf'), join(folder, '外.pdf'))
    symlinkSync(elsewhere, join(folder, '外'))
    symlinkSync('没有.pdf', join(folder, '断.pdf'))
    symlinkSync('自己', join(folder, '自己'))
    linkSync(join(folder, '局', '预算.pdf'), join(folder, '局', '同.pdf'))
    expect(await found(folder)).toEqual({
      names: ['局/同.pdf', '甲.pdf'],
      duplicates: ['局/预算.pdf'],
      problems: ['外 link-outside', '外.pdf link-outside', '断.pdf link-broken', '自己 link-broken'].sort(),
    })
    // What is given itself is meant.
    const given = await findSources([join(folder, '外.pdf'), join(folder, '外')])
    expect(given.problems).toEqual([])
    expect(given.sources.map((s) => s.source)).toEqual(['外.pdf'])
    // With both folders given, the link leads inside.
    expect((await found(folder, elsewhere)).names.sort()).toEqual(['局/同.pdf', '外.pdf', '甲.pdf'].sort())
  })

  it('opens no pipe and no socket, in a folder or given itself', { timeout: 20_000 }, async () => {
    const folder = made()
    execFileSync('mkfifo', [join(folder, '管道.pdf')])
    symlinkSync('管道.pdf', join(folder, '链.pdf'))
    put(join(folder, '好.pdf'))
    const server = createServer().listen(join(folder, 's'))
    await new Promise((done) => server.once('listening', done))
    try {
      const problems = ['s not-a-file', '管道.pdf not-a-file']
      expect(await found(folder)).toEqual({ names: ['好.pdf'], duplicates: [], problems })
      expect((await findSources([join(folder, '管道.pdf')])).problems).toEqual([
        { path: join(folder, '管道.pdf'), source: '管道.pdf', code: 'not-a-file' },
      ])
    } finally {
      server.close()
    }
  })

  it('says of a folder without files that it is empty', async () => {
    const folder = made()
    writeFileSync(join(folder, '.DS_Store'), '')
    expect((await findSources([folder])).problems).toEqual([
      { path: folder, source: basename(folder), code: 'empty-folder' },
    ])
  })
})
