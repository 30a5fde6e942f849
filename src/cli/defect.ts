import { EXIT } from './exit.js'
import { speak } from './language.js'
import { isVerbose } from './voice.js'

/** Ends after a fault of ours: one sentence, and where it came from for those who ask. */
export function defect(error: unknown): never {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  process.stderr.write(`${speak('error.defect', { detail: message.split('\n')[0] ?? '' })}\n`)
  if (process.env.YUSUAN_DEBUG || isVerbose()) process.stderr.write(`${stack}\n`)
  process.exit(EXIT.failures)
}
