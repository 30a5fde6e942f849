import { type Speak, wordsOf } from '../locales/index.js'
import type { Progress } from '../run/index.js'

const BAR = 28

/** Shows how far a run is: a bar that redraws itself on a terminal, a line per file elsewhere. */
export function progressTo(
  stream: NodeJS.WriteStream,
  speak: Speak,
): { show(p: Progress): void; end(): void } {
  if (!stream.isTTY)
    return {
      show: (p) => stream.write(`${lineOf(p, speak)}\n`),
      end: () => {},
    }
  return {
    show(p) {
      const filled = Math.round((BAR * p.done) / Math.max(1, p.total))
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
      const bad = p.input.outcome === 'failed' || p.input.outcome === 'unreadable'
      if (bad) stream.write(`\r\u001b[K${lineOf(p, speak)}\n`)
      stream.write(`\r\u001b[K${bar} ${p.done}/${p.total}`)
    },
    end: () => stream.write('\r\u001b[K'),
  }
}

function lineOf(p: Progress, speak: Speak): string {
  const words = wordsOf(speak, p.input.message)
  const detail = (words ? `  ${words}` : '') + (p.reused ? speak('progress.reused') : '')
  const outcome = speak(`outcome.${p.input.outcome}`)
  return speak('progress.line', { done: p.done, total: p.total, outcome, source: p.input.source, detail })
}
