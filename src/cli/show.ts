import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { findSources } from '../ingest/index.js'
import type { Source } from '../model/source.js'
import { reviewFiling } from '../pipeline.js'
import { pageSvg, showFiling, showNumbers } from '../review/index.js'
import { usage } from './exit.js'
import { language, speak } from './language.js'
import { modelsOf, ocrOf } from './ocr.js'
import type { ReadFlags } from './options.js'

interface ShowFlags extends ReadFlags {
  page?: number
  numbers?: boolean
  svg?: string
}

export async function show(file: string, flags: ShowFlags): Promise<void> {
  if (flags.svg !== undefined && flags.page === undefined) usage(speak('error.svg-page'))
  const source = await sourceOf(file)
  const ocr = await ocrOf(flags)
  const { filing, lines } = await reviewFiling(source, {
    ...flags,
    passwords: flags.password,
    ocr,
    ocrModels: await modelsOf(flags.ocrModels, ocr),
    language,
  })
  if (flags.page !== undefined && flags.page > filing.pages.length)
    usage(speak('error.page', { page: flags.page, pages: filing.pages.length }))
  if (flags.svg !== undefined && flags.page !== undefined) {
    const drawn = pageSvg(filing, lines(), flags.page, (fate) => speak(`numbers.${fate}`))
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
    ? showNumbers(filing, lines(), speak, { page: flags.page, colour })
    : showFiling(filing, speak, flags.page)
  process.stdout.write(`${text}\n`)
}

/** The one input that is meant: a file, or what stands in an archive as `a.zip!/b.pdf`. */
async function sourceOf(file: string): Promise<Source> {
  const [path = '', ...within] = file.split('!/')
  const { sources, problems, unpackedTo } = await findSources([path])
  process.on('exit', () => rmSync(unpackedTo, { recursive: true, force: true }))
  const asked = [basename(path), ...within].join('!/').normalize('NFC')
  const source = within.length > 0 ? sources.find((s) => s.source === asked) : sources[0]
  if (source && (within.length > 0 || sources.length === 1)) return source
  const problem = problems[0]
  if (sources.length > 0)
    usage(
      speak('error.which', {
        count: sources.length,
        examples: sources
          .slice(0, 3)
          .map((s) => s.source)
          .join(', '),
      }),
    )
  return usage(problem ? speak(`input.${problem.code}`, { path: problem.path }) : speak('error.nothing'))
}
