import { type Speak, wordsOf } from '../locales/index.js'
import { columnsOf, cut } from '../review/width.js'
import type { Progress } from '../run/index.js'

/** Terminal columns of the bar itself; fewer where the terminal is narrow. */
const BAR = 24
const CLEAR = '\r\u001b[K'

type Stream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>

export interface ProgressShown {
  show(p: Progress): void
  end(): void
}

interface ProgressOptions {
  /** Inputs that are told: those that failed, where only errors are wanted. */
  only?: 'all' | 'bad'
  /** Whether a terminal gets a bar: between other lines it is none. */
  bar?: boolean
  /** Milliseconds. */
  clock?: () => number
}

const isBad = ({ input }: Progress): boolean => input.outcome === 'failed' || input.outcome === 'unreadable'

/** Shows how far a run is: a bar that redraws itself on a terminal, a line per file elsewhere, what failed if quiet. */
export function progressTo(
  stream: Stream,
  speak: Speak,
  { only = 'all', bar = true, clock = () => performance.now() }: ProgressOptions = {},
): ProgressShown {
  if (only === 'bad' || !bar || !stream.isTTY)
    return {
      show: (p) => {
        if (only === 'all' || isBad(p)) stream.write(`${lineOf(p, speak)}\n`)
      },
      end: () => undefined,
    }
  return barOn(stream, speak, clock)
}

function barOn(stream: Stream, speak: Speak, clock: () => number): ProgressShown {
  const from = clock()
  const counted = { done: 0, total: 0, pages: 0, failed: 0, fresh: 0, freshPages: 0 }
  const draw = () => {
    const seconds = Math.max(0.001, (clock() - from) / 1000)
    const { done, total, pages, failed, fresh, freshPages } = counted
    const words = speak(done < total || total === 0 ? 'progress.bar' : 'progress.bar.finishing', {
      done,
      total,
      pages,
      rate: (freshPages / seconds).toFixed(1),
      left: fresh > 0 ? duration(((total - done) * seconds) / fresh) : '–',
      failed,
    })
    // The last column stays free: some terminals break the line there.
    const room = (stream.columns ?? 80) - 1
    const width = Math.min(BAR, room - columnsOf(words) - 2)
    const filled = Math.round((width * done) / Math.max(1, total))
    const bar = width < 4 ? '' : `${'█'.repeat(filled)}${'░'.repeat(width - filled)}  `
    stream.write(CLEAR + cut(bar + words, room))
  }
  // Time passes while nothing is done.
  const timer = setInterval(draw, 1000)
  timer.unref()
  return {
    show(p) {
      if (isBad(p)) {
        stream.write(`${CLEAR}${lineOf(p, speak)}\n`)
        counted.failed++
      }
      Object.assign(counted, { done: p.done, total: p.total })
      counted.pages += p.pages
      if (!p.reused) {
        counted.fresh++
        counted.freshPages += p.pages
      }
      draw()
    },
    end() {
      clearInterval(timer)
      stream.write(CLEAR)
    },
  }
}

/** `0:42`, `1:05:09` */
function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (n: number) => String(n).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

function lineOf(p: Progress, speak: Speak): string {
  const words = wordsOf(speak, p.input.message)
  const detail = (words ? `  ${words}` : '') + (p.reused ? speak('progress.reused') : '')
  const outcome = speak(`outcome.${p.input.outcome}`)
  return speak('progress.line', { done: p.done, total: p.total, outcome, source: p.input.source, detail })
}
