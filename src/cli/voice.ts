// How much is said beside results: errors alone (-q), what a person wants to know, or what happens inside too (-v).
// Results go to stdout, everything else to stderr.
import pino from 'pino'
import type { Log } from '../run/index.js'

let voice: { quiet?: boolean; verbose?: boolean } = {}

export const setVoice = (asked: typeof voice): void => {
  voice = asked
}

export const isQuiet = (): boolean => voice.quiet === true
export const isVerbose = (): boolean => voice.verbose === true

/** Says what is no error. */
export function note(sentence: string): void {
  if (!isQuiet()) process.stderr.write(`${sentence}\n`)
}

/** What happens inside, a JSON line each, by codes: names of files and what became of them, nothing that they say. */
export function logOf(): Log | undefined {
  if (!isVerbose()) return undefined
  const logger = pino(
    {
      level: 'debug',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ fd: 2, sync: true }),
  )
  return (event, fields) => logger.debug(fields, event)
}
