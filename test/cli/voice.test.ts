import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { call, samples, shell } from './call.js'

const folder = mkdtempSync(join(tmpdir(), 'yusuan '))
const good = join(samples, '云汀', '云汀市水文化局2024年部门预算.pdf')
const bad = join(folder, '坏.pdf')
writeFileSync(bad, '%PDF-1.7 nothing')
const output = (name: string) => ['-o', join(folder, name)]

it('-q says errors alone, and nothing on stdout but what --json asks', () => {
  const silent = call('run', good, '-q', ...output('a'))
  expect([silent.status, silent.stdout, silent.stderr]).toEqual([0, '', ''])
  const told = call('-q', 'run', bad, '/nowhere/没有.pdf', ...output('b'))
  expect([told.status, told.stdout]).toEqual([3, ''])
  expect(told.stderr).toBe(
    '[1/1] 无法读取  坏.pdf  PDF 已损坏，打不开。请重新下载或另存一份。\n' +
      '找不到：/nowhere/没有.pdf。请检查路径；路径中有空格时要加引号。\n',
  )
  const check = call('check', '--quiet', '--json', ...output('a'))
  expect([check.status, check.stderr]).toEqual([0, ''])
  expect(JSON.parse(check.stdout)).toMatchObject({
    totals: { ok: 1 },
    worst: { filings: [], departments: [] },
  })
  const both = call('run', good, '-q', '-v', ...output('a'))
  expect([both.status, both.stderr]).toEqual([2, '-q, --quiet 和 -v, --verbose 不能一起用。\n'])
}, 120_000)

it('-v logs to stderr what happens, by codes, and nothing that a filing says', () => {
  const { status, stdout, stderr } = call('run', good, bad, '-v', ...output('c'))
  expect(status).toBe(3)
  expect(stdout).toContain('处理结果')
  const lines = stderr.split('\n').filter((line) => line.startsWith('{'))
  const logged = lines.map((line) => JSON.parse(line))
  expect(new Set(logged.map((l) => l.msg))).toEqual(new Set(['run', 'read', 'input', 'all-read', 'written']))
  for (const l of logged) expect([l.level, Number.isNaN(Date.parse(l.time))]).toEqual(['debug', false])
  expect(logged.filter((l) => l.msg === 'input')).toHaveLength(2)
  expect(logged.find((l) => l.msg === 'input' && l.pages > 0)).toMatchObject({ outcome: 'ok', pages: 14 })
  // No sentence, no amount: paths, hashes, codes, counts.
  for (const line of lines) expect(line.replaceAll(/[^"]*\.pdf/g, '')).not.toMatch(/\p{sc=Han}/u)
}, 120_000)

it('-v shows where a defect came from, as YUSUAN_DEBUG does', () => {
  const planted = `const wait = setInterval(() => {
    if (process.listenerCount('uncaughtException') === 0) return
    clearInterval(wait)
    setTimeout(() => { throw new TypeError('planted') }, 100)
  }, 1)`
  const env = { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(planted)}"` }
  const run = (more: string) => shell(`yusuan run '${good}' -o '${join(folder, 'd')}' ${more}`, env)
  expect(run('-q').stderr).toMatch(/^程序内部出错（planted）。.*\n$/)
  expect(run('-v').stderr).toMatch(/planted.*\n(?:.*\n)*? {4}at /)
}, 120_000)

it('a terminal gets a bar, and afterwards the tables alone', () => {
  const command = `script -qec "stty cols 72; ${process.execPath} $CLI run '${good}' '${bad}' -o '${join(folder, 'e')}'" /dev/null`
  const { stdout } = shell(command, { CLI: new URL('../../dist/cli.js', import.meta.url).pathname })
  expect(stdout).toContain('\r\u001b[K')
  expect(stdout).toMatch(/░ {2}1\/2 份 {2}\d+ 页 {2}\d+\.\d 页\/秒 {2}还要 (?:\d+:\d\d|–) {2}失败 [01]/)
  expect(stdout).toMatch(/2\/2 份 {2}14 页 {2}失败 1 {2}正在核对并写出各表/)
  expect(stdout).toContain('\r\u001b[K处理结果\r\n')
}, 120_000)
