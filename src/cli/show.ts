import { writeFile } from 'node:fs/promises'
import { findSources } from '../ingest/index.js'
import { type FilingOptions, reviewFiling } from '../pipeline.js'
import { pageSvg, showFiling, showNumbers } from '../review/index.js'
import { usage } from './exit.js'
import { language, speak } from './language.js'
import { ocrOf } from './ocr.js'

interface ShowFlags extends FilingOptions {
  page?: number
  numbers?: boolean
  svg?: string
}

export async function show(file: string, flags: ShowFlags): Promise<void> {
  if (flags.svg !== undefined && flags.page === undefined) usage(speak('error.svg-page'))
  const { sources, problems } = await findSources([file])
  const problem = problems[0]
  if (problem) usage(speak(`input.${problem.code}`, { path: problem.path }))
  const source = sources[0]
  if (!source) usage(speak('error.nothing'))
  const { filing, lines } = await reviewFiling(source, { ...flags, ocr: await ocrOf(flags), language })
  if (flags.page !== undefined && flags.page > filing.pages.length)
    usage(speak('error.page', { page: flags.page, pages: filing.pages.length }))
  if (flags.svg !== undefined && flags.page !== undefined) {
    const drawn = pageSvg(filing, lines, flags.page, (fate) => speak(`numbers.${fate}`))
    try {
      await writeFile(flags.svg, drawn)
    } catch (error) {
      usage(speak('error.svg-write', { path: flags.svg, detail: (error as Error).message }))
    }
    return
  }
  // Colours where a person sees them; a file or pipe gets signs.
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR
  const text = flags.numbers
    ? showNumbers(filing, lines, speak, { page: flags.page, colour })
    : showFiling(filing, speak, flags.page)
  process.stdout.write(`${text}\n`)
}
