import { type Language, speaker } from '../locales/index.js'
import { EXIT } from './exit.js'

/** The language has to be known before the help texts are written. */
function languageOf(argv: string[]): Language {
  const at = argv.findIndex((a) => a === '--lang' || a.startsWith('--lang='))
  const value = at < 0 ? 'zh-CN' : (argv[at]?.split('=')[1] ?? argv[at + 1] ?? '')
  if (value !== 'zh-CN' && value !== 'en') {
    process.stderr.write(
      `${speaker('zh-CN')('error.lang', { value })}\n${speaker('en')('error.lang', { value })}\n`,
    )
    process.exit(EXIT.usage)
  }
  return value
}

export const language = languageOf(process.argv)
export const speak = speaker(language)
