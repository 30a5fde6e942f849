import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/review/width.js'
import { call, NO_PAPERS, samples, shell } from './call.js'

const COMMANDS = ['run', 'check', 'query', 'panel', 'export', 'show', 'schema', 'checks', 'help']
/** Words of commander that would stand in a help otherwise. */
const ENGLISH = /Usage|Options|Arguments|Commands|default|display|version number|\[options\]|\[command\]/

describe('help in the language that was asked', () => {
  it.each([[], ...COMMANDS.map((c) => [c])])('of yusuan %s is Chinese', (...of) => {
    const { stdout, status } = call(...of, '--help')
    expect(status).toBe(0)
    expect(stdout.replace(/--[a-z-]+/g, '')).not.toMatch(ENGLISH)
    expect(stdout).toMatch(/^用法： yusuan /)
    expect(stdout).toContain('--lang <语言>')
    if (of[0] === 'run') expect(call('help', 'run').stdout).toBe(stdout)
  })

  it.each([[], ...COMMANDS.map((c) => [c])])('of yusuan %s is English', (...of) => {
    const { stdout } = call('--lang', 'en', ...of, '--help')
    // Examples are calls with names of files.
    expect(stdout.split('Examples:')[0]).not.toMatch(/\p{sc=Han}|，|。/u)
    expect(stdout).toMatch(/^Usage: yusuan /)
  })

  it('sets its columns by what a terminal shows, and breaks no line beyond it', () => {
    const lines = call('run', '--help').stdout.split('\n')
    for (const line of lines) if (!/\w,\w+,/.test(line)) expect(columnsOf(line)).toBeLessThanOrEqual(80)
    const at = (line: string) => columnsOf(/^ {2}\S.*? {2,}(?=\S)/.exec(line)?.[0] ?? '')
    const options = lines.filter((line) => /^ {2}-/.test(line))
    expect(options.length).toBeGreaterThan(15)
    expect(new Set(options.map(at)).size).toBe(1)
    for (const line of lines) expect(line).not.toMatch(/^ *[，。；：）”]/)
  })
})

describe('one spelling of the output folder', () => {
  it('is shown by all commands that have one, and the earlier ones are not', () => {
    for (const command of ['run', 'check', 'query', 'panel', 'export']) {
      const { stdout } = call(command, '--help')
      expect(stdout).toContain('-o, --output <文件夹>')
      expect(stdout).not.toMatch(/--out\b|\[output\]/)
    }
  })

  it('and earlier ones are understood', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yusuan '))
    const out = join(folder, '结果')
    const file = join(samples, '云汀', '云汀市水文化局2024年部门预算.pdf')
    expect(call('run', file, '--out', out, ...NO_PAPERS).stdout).toContain(`结果在：${out}`)
    const again = call('run', file, '-o', out, ...NO_PAPERS)
    expect(again.stdout).toContain(`结果在：${out}`)
    for (const spelled of [[out], ['-o', out], ['--out', out], ['--output', out]])
      expect(call('check', ...spelled, ...NO_PAPERS).stdout).toContain(`结果在：${out}`)
    const count = ['query', 'SELECT count(*) AS n FROM filings', '--format', 'csv']
    for (const option of ['-o', '--out', '--output'])
      expect(call(...count, option, out).stdout).toBe('n\n1\n')
    const both = call('check', out, '-o', out)
    expect([both.status, both.stderr]).toEqual([2, `${out} 和 -o, --output 不能一起用。\n`])
  }, 60_000)
})

describe('a wrong call is answered by one sentence', () => {
  it.each([
    [['rnu', 'x'], '没有命令“rnu”，是不是 run？'],
    [['处理'], '没有命令“处理”，用 yusuan --help 查看可用的命令。'],
    [['help', 'nothing'], '没有命令“nothing”，用 yusuan --help 查看可用的命令。'],
    [['--nothing'], '没有选项 --nothing，用 --help 查看可用的选项。'],
    [['run', 'x', '--concurency', '2'], '没有选项 --concurency，是不是 --concurrency？'],
    [['run', 'x', '--outptu', 'y'], '没有选项 --outptu，是不是 --output？'],
    [['run'], '缺少“路径”，用 --help 查看用法。'],
    [['query'], '缺少“sql”，用 --help 查看用法。'],
    [['run', 'x', '--output'], '选项 -o, --output <文件夹> 后面要有值。'],
    [['query', 'SELECT', '1'], '给了 2 个参数，只要 1 个；有空格的要加引号。'],
    [['run', 'x', '-c', 'many'], '--concurrency 要一个正整数，给的是“many”。'],
    [['--lang', 'en', 'rnu'], 'There is no command “rnu”; did you mean run?'],
    [
      ['--lang', 'en', 'run', 'x', '--concurency', '2'],
      'There is no option --concurency; did you mean --concurrency?',
    ],
    [['--lang', 'en', 'run'], '<paths> is missing; --help shows the usage.'],
    [['--lang', 'en', 'run', 'x', '-o'], 'Option -o, --output <folder> needs a value.'],
    [['--lang', 'en', 'query', 'a', 'b'], '2 arguments where 1 belong; quote what has spaces.'],
  ])('%j', (args, sentence) => {
    const { status, stdout, stderr } = call(...args)
    expect([status, stdout, stderr]).toEqual([2, '', `${sentence}\n`])
  })
})

describe('a reader that reads no further', () => {
  it.each(['--help', 'help run', 'checks', 'schema'])('ends yusuan %s without a word', (args) => {
    const { stdout, stderr } = shell(`yusuan ${args} | head -1; echo "\${PIPESTATUS[0]}"`)
    expect(stderr).toBe('')
    expect(stdout.split('\n')).toHaveLength(3)
    expect(stdout).toMatch(/\n0\n$/)
  })

  it('ends a query, and leaves a run its results and its exit status', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'yusuan ')), '结果')
    const run = `yusuan run '${samples}/青屏' -o '${out}' --fail-on error ${NO_PAPERS.join(' ')}`
    for (const line of [
      `${run} 2>/dev/null | true`,
      `${run} 2>&1 | head -1`,
      `${run} 2>&1 >/dev/null | true`,
    ]) {
      const { stdout, stderr } = shell(`${line}; echo "\${PIPESTATUS[0]}"`)
      expect(stderr).toBe('')
      expect(stdout).toMatch(/^(?:\[1\/.*\n)?1\n$/)
    }
    const { stdout, stderr } = shell(
      `yusuan query 'SELECT * FROM facts, filings' --format csv -o '${out}' | head -1; echo "\${PIPESTATUS[0]}"`,
    )
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^filing_id,.*\n0\n$/)
  }, 60_000)
})
