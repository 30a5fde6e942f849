import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call, cli, NO_PAPERS, samples } from './cli/call.js'
import { zip } from './ingest/make-zip.js'
import { PROSE, page } from './read/make-html.js'

describe('the command line', () => {
  it('helps in Chinese with examples, in English when asked', () => {
    const help = call('--help')
    expect(help.status).toBe(0)
    expect(help.stdout).toContain('yusuan run 部门预算/')
    expect(call('--lang', 'en', '--help').stdout).toContain('process files or folders')
  })

  it.each([
    [['rnu', 'x'], 'run'],
    [['run'], '路径'],
    [['run', samples, '--concurrency', 'many'], '--concurrency'],
    [['run', samples, '--concurency', '2'], '--concurrency'],
    [['run', samples, '--fail-on', 'warning'], '--fail-on'],
    [['run', '/nowhere/没有.pdf'], '/nowhere/没有.pdf'],
    [['show', '/nowhere/没有.pdf'], '/nowhere/没有.pdf'],
    [['run', samples, '--pdf-engine', 'poppler'], '--pdf-engine 可用 pdfium, pdfjs'],
    [['--lang', 'en', 'show', samples, '--pdf-engine', 'x'], '--pdf-engine takes one of pdfium, pdfjs'],
    [['run', samples, '--min-difference', '-5'], '--min-difference 要一个不小于 0 的数（元）'],
    [['run', samples, '--min-difference', 'many'], '--min-difference'],
    [['run', samples, '--baseline', '/nowhere/上次'], '--baseline：没有文件夹 /nowhere/上次'],
    [['run', samples, '--baseline', samples], `--baseline：${samples} 不是一次运行的结果文件夹`],
    [['--lang', 'en', 'run', samples, '--baseline', samples], 'is no output folder of a run'],
    [['run', samples, '--control', '/nowhere/控制数.csv'], '/nowhere/控制数.csv'],
    [['check', '/nowhere/结果'], '/nowhere/结果'],
    [['check', samples, '--fail-on', 'warning'], '--fail-on'],
    [['check', samples, '--roster', join(samples, '..', 'README.md')], 'organization, level'],
    [['query', 'SELECT 1', '--output', samples], 'yusuan check'],
    [['query', 'SELECT 1', '--format', 'xlsx'], 'table, csv, json'],
    [['query'], 'sql'],
    [['schema', 'facts'], 'fact'],
    [['checks', 'YS-TABLE-COLUMN-TOTALS'], 'YS-TABLE-COLUMN-TOTAL？'],
    [['--lang', 'en', 'checks', 'code-nam'], 'Did you mean YS-CODE-NAME?'],
    [['--lang', 'fr', 'schema'], 'fr'],
  ])('%j ends with 2 and says what to do', (args, words) => {
    const result = call(...args)
    expect(result.status).toBe(2)
    expect(result.stderr).toContain(words)
  })

  it('runs on a Chinese path with spaces and writes the contract', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'yusuan ')), '2025 年 预算')
    cpSync(samples, folder, { recursive: true })
    const out = join(folder, '..', '结果 1')
    const result = call('run', folder, '--out', out)
    expect(result.stderr).not.toMatch(/Error|undefined/)
    expect(result.status).toBe(0)
    expect(result.stdout).toContain(out)
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    expect(run.totals).toMatchObject({ inputs: 12, ok: 12 })
    expect(run.inputs[0].source.startsWith('2025 年 预算/')).toBe(true)
    // Findings are results, not failures, unless asked.
    expect(call('run', folder, '--out', out, '--fail-on', 'error', ...NO_PAPERS).status).toBe(1)
  })

  it('leaves small differences out of --fail-on, and may compare an output with itself', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'yusuan ')), '结果')
    const run = (...more: string[]) =>
      call('run', join(samples, '青屏'), '--out', out, '--fail-on', 'error', ...NO_PAPERS, ...more)
    expect(run().status).toBe(1)
    const second = run('--min-difference', '1000000', '--baseline', out)
    expect(second.status).toBe(0)
    expect(second.stdout).toMatch(/与上次相比 +新增 0，仍在 [1-9]\d*，已消失 0\n/)
  })
  it('checks an output again with what the bureau supplies, and answers questions about it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yusuan 核对 '))
    const out = join(folder, '结果 1')
    expect(call('run', join(samples, '云汀'), '--out', out, ...NO_PAPERS).status).toBe(0)
    const before = readFileSync(join(out, 'checks.csv'), 'utf8')
    const roster = join(folder, '名单.csv')
    writeFileSync(roster, '\uFEFForganization,level,parent,year,kind\r\n无名市局,部门,,2025,预算\r\n')
    const checked = call('check', out, '--roster', roster, ...NO_PAPERS)
    expect([checked.status, checked.stderr]).toEqual([0, ''])
    const asked = (...args: string[]) => call('query', ...args, '--output', out)
    const missing = "SELECT message FROM findings WHERE check_id = 'YS-REGION-ROSTER' AND filing_id IS NULL"
    expect(JSON.parse(asked(missing, '--format', 'json').stdout)).toEqual([
      { message: '名单第2行：无名市局没有2025年部门预算文件。' },
    ])
    expect(asked('SELECT 1.50::DECIMAL(9, 2) AS a, NULL AS b', '--format', 'csv').stdout).toBe('a,b\n1.5,\n')
    expect(asked("SELECT '财政局' AS 单位, 12 AS n").stdout).toBe(
      '单位    n\n──────  ──\n财政局  12\n共 1 行\n',
    )
    const wrong = asked('SELECT nothing FROM facts')
    expect([wrong.status, wrong.stderr.split('\n').length]).toEqual([2, 2])
    expect(call('check', out, ...NO_PAPERS).status).toBe(0)
    expect(readFileSync(join(out, 'checks.csv'), 'utf8')).toBe(before)
    // Nine processes.
  }, 120_000)

  it('shows what was read from a page: section, table drawn, figures', () => {
    const file = join(samples, '云汀', '云汀市水文化局2024年部门预算.pdf')
    const { stdout, status } = call('show', file, '--page', '5')
    expect(status).toBe(0)
    expect(stdout).toContain('2024年部门财务收支预算总表')
    expect(stdout).toMatch(/│ 收入总计/)
    expect(stdout).toMatch(/revenue\.grand-total/)
    expect(call('show', file, '--page', '99').status).toBe(2)
  })

  it('marks what became of every number, with signs where there is no colour', () => {
    const file = join(samples, '云汀', '云汀市水文化局2024年部门预算.pdf')
    const { stdout, status } = call('show', file, '--numbers')
    expect(status).toBe(0)
    expect(stdout).toMatch(/\d✓/)
    expect(stdout).toMatch(/印有 \d+ 个数字：绑定 \d+，未说明 0，其余已说明：/)
    expect(call('--lang', 'en', 'show', file, '-n', '-p', '3').stdout).toContain('bound, not proven')
  })

  it('shows one file of an archive, and asks which where it holds several', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'yusuan ')), '下发.zip')
    writeFileSync(
      path,
      zip([
        { name: '甲/1.html', content: page(PROSE) },
        { name: '2.html', content: '<p>空' },
      ]),
    )
    const [one, all, none] = [`${path}!/甲/1.html`, path, `${path}!/3.html`].map((file) => call('show', file))
    expect(one?.stdout).toContain('梅渡市水文站网管理局')
    for (const refused of [all, none]) {
      expect(refused?.status).toBe(2)
      expect(refused?.stderr).toContain('其中有 2 份。请指明一份，如 下发.zip!/2.html, 下发.zip!/甲/1.html')
    }
  })

  it('shows the same figures by the other engine, and none unsure when both read alike', () => {
    const file = join(samples, '云汀', '云汀市水文化局2024年部门预算.pdf')
    const plain = call('show', file, '--page', '3')
    const other = call('show', file, '--page', '3', '--pdf-engine', 'pdfjs', '--verify')
    expect(other.stderr).toBe('')
    const figures = (text: string) => text.match(/= .*/g)
    expect(figures(other.stdout)).toEqual(figures(plain.stdout))
  })

  it('lists the checks with severity and sentence, and explains one', () => {
    const { stdout, status } = call('checks')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^YS-TABLE-THREE-PUBLIC +错误 +“三公”经费合计＝/m)
    expect(
      new Set(
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split(' ')[0]),
      ).size,
    ).toBeGreaterThan(20)
    const one = call('checks', 'ys-code-mixed').stdout
    for (const words of [
      'YS-CODE-MIXED',
      '依据：',
      '等级：可疑',
      '预算、决算，2018–…',
      '例子：',
      '机关工资福利支出',
    ])
      expect(one).toContain(words)
    const english = call('--lang', 'en', 'checks', 'CODE-MIXED').stdout
    for (const words of [
      'Codes of the department classification',
      'severity: warning',
      'budget, final account, 2018–…',
    ])
      expect(english).toContain(words)
  })

  it('prints schemas that are JSON', () => {
    expect(
      JSON.parse(execFileSync(process.execPath, [cli, 'schema', 'fact'], { encoding: 'utf8' })).properties
        .concept,
    ).toBeTruthy()
  })
})
