import { afterEach, expect, it, vi } from 'vitest'
import { progressTo } from '../../src/cli/progress.js'
import { speaker } from '../../src/locales/index.js'
import { columnsOf } from '../../src/review/width.js'
import type { Progress } from '../../src/run/index.js'

afterEach(() => {
  vi.useRealTimers()
})

const input = (source: string, outcome: Progress['input']['outcome'] = 'ok', message = '') => ({
  source,
  sha256: '',
  filing_id: '',
  outcome,
  seconds: 1,
  message,
})
const done: Progress[] = [
  { done: 1, total: 4, input: input('夹/甲.pdf'), pages: 30, reused: true },
  { done: 2, total: 4, input: input('夹/乙.pdf'), pages: 20, reused: false },
  {
    done: 3,
    total: 4,
    input: input('夹/水文化局\u001b[2J.pdf', 'unreadable', 'broken-pdf'),
    pages: 0,
    reused: false,
  },
  { done: 4, total: 4, input: input('夹/丁.pdf'), pages: 10, reused: false },
]

/** What a terminal, or none, is sent while a run goes on: ten seconds before each input is done. */
function told(isTTY: boolean, columns: number, options = {}, language: 'zh-CN' | 'en' = 'zh-CN'): string[] {
  vi.useFakeTimers()
  const written: string[] = []
  const stream = { isTTY, columns, write: (text: string | Uint8Array) => written.push(String(text)) > 0 }
  let now = 0
  const progress = progressTo(stream, speaker(language), { clock: () => now, ...options })
  for (const p of done) {
    now += 10_000
    progress.show(p)
  }
  progress.end()
  return written
}

it('is a bar on a terminal: filings, pages, pages a second, time left, failures', () => {
  const bars = told(true, 100).map((text) => text.replace('\r\u001b[K', ''))
  expect(bars).toEqual([
    `${'█'.repeat(6)}${'░'.repeat(18)}  1/4 份  30 页  0.0 页/秒  还要 –  失败 0`,
    `${'█'.repeat(12)}${'░'.repeat(12)}  2/4 份  50 页  1.0 页/秒  还要 0:40  失败 0`,
    '[3/4] 无法读取  夹/水文化局\\x1b[2J.pdf  PDF 已损坏，打不开。请重新下载或另存一份。\n',
    `${'█'.repeat(18)}${'░'.repeat(6)}  3/4 份  50 页  0.7 页/秒  还要 0:15  失败 1`,
    `${'█'.repeat(24)}  4/4 份  60 页  失败 1  正在核对并写出各表`,
    '',
  ])
})

it.each([20, 41, 50, 60, 80])('never breaks the line of a terminal of %i columns', (columns) => {
  for (const language of ['zh-CN', 'en'] as const)
    for (const text of told(true, columns, {}, language))
      if (!text.endsWith('\n')) expect(columnsOf(text.replace('\r\u001b[K', ''))).toBeLessThan(columns)
})

it('is drawn anew while nothing is done, until the end', () => {
  vi.useFakeTimers()
  const written: string[] = []
  const stream = {
    isTTY: true,
    columns: 80,
    write: (text: string | Uint8Array) => written.push(String(text)) > 0,
  }
  const progress = progressTo(stream, speaker('zh-CN'))
  vi.advanceTimersByTime(3100)
  expect(written).toHaveLength(3)
  progress.end()
  vi.advanceTimersByTime(3000)
  expect(written).toHaveLength(4)
})

it('is a line a file elsewhere, and on a terminal where other lines are wanted', () => {
  const lines = told(false, 80)
  expect(lines).toHaveLength(4)
  expect(lines[0]).toBe('[1/4] 完成  夹/甲.pdf（沿用上次结果）\n')
  expect(told(true, 80, { bar: false })).toEqual(lines)
})

it('is what failed where only errors are wanted', () => {
  for (const isTTY of [true, false])
    expect(told(isTTY, 80, { only: 'bad' })).toEqual([expect.stringContaining('[3/4] 无法读取')])
})
