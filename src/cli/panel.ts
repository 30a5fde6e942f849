import { once } from 'node:events'
import { access, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import {
  csvToParquet,
  DatasetError,
  longPanel,
  type PanelRequest,
  type PanelTable,
  QueryError,
  widePanel,
} from '../dataset/index.js'
import { PANEL_TABLE, TABLES_OF_OUTPUT, writeRows } from '../publish/index.js'
import { answerText } from './answer.js'
import { usage } from './exit.js'
import { speak } from './language.js'

type PanelFormat = 'csv' | 'parquet'

interface PanelFlags {
  output: string
  wide?: boolean
  byFund?: boolean
  concept?: string[]
  fund?: string[]
  nature?: string[]
  kind?: string[]
  level?: string[]
  year?: string[]
  codeDigits?: number[]
  format?: PanelFormat
  to?: string
}

/** The panel, or what is asked of it, as rows of the long or of the wide form. */
export async function panel(flags: PanelFlags): Promise<void> {
  const output = resolve(flags.output)
  if (flags.byFund && !flags.wide) usage(speak('panel.by-fund-alone'))
  const format = flags.format ?? (extname(flags.to ?? '') === '.parquet' ? 'parquet' : 'csv')
  if (format === 'parquet' && flags.to === undefined) usage(speak('panel.parquet-needs-file'))
  await access(join(output, 'run.json')).catch(() =>
    usage(speak('error.no-output', { path: join(output, 'run.json') })),
  )
  try {
    const table = await asked(output, flags)
    if (flags.to === undefined) await print(table)
    else await save(table, resolve(flags.to), format, output)
  } catch (error) {
    if (error instanceof DatasetError) usage(speak('query.no-duckdb', { detail: error.message }))
    if (!(error instanceof QueryError)) throw error
    usage(
      error.code === 'no-dataset'
        ? speak('panel.none', { output })
        : speak(`query.${error.code}`, { detail: error.message }),
    )
  }
}

const asked = (output: string, flags: PanelFlags): Promise<PanelTable> => {
  const request: PanelRequest = {
    ...(flags.concept && { concepts: flags.concept }),
    ...(flags.fund && { funds: flags.fund }),
    ...(flags.nature && { natures: flags.nature }),
    ...(flags.kind && { kinds: flags.kind }),
    ...(flags.level && { levels: flags.level }),
    ...(flags.year && { years: flags.year }),
    ...(flags.codeDigits && { codeDigits: flags.codeDigits }),
  }
  return flags.wide
    ? widePanel(output, PANEL_TABLE, request, flags.byFund ?? false)
    : longPanel(output, PANEL_TABLE, request)
}

async function print({ columns, rows }: PanelTable): Promise<void> {
  const answer = { columns: columns.map(({ name }) => ({ name, number: false })), rows }
  for await (const text of answerText(answer, 'csv', speak))
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Writes beside the file that is meant, and gives it its name when it is whole. */
async function save(
  { columns, rows }: PanelTable,
  to: string,
  format: PanelFormat,
  output: string,
): Promise<void> {
  const own = TABLES_OF_OUTPUT.flatMap(({ name }) =>
    ['csv', 'parquet'].map((kind) => join(output, `${name}.${kind}`)),
  )
  if (own.includes(to)) usage(speak('panel.own-file', { path: to }))
  const folder = await mkdtemp(join(dirname(to), '.yusuan-panel-')).catch((error: Error) =>
    usage(speak('panel.unwritable', { path: to, detail: error.message })),
  )
  try {
    const count = { rows: 0 }
    await writeRows(join(folder, 'panel.csv'), columns, counted(rows, count))
    if (format === 'parquet') await csvToParquet(folder, { name: 'panel', columns })
    await rename(join(folder, `panel.${format}`), to).catch((error: Error) =>
      usage(speak('panel.unwritable', { path: to, detail: error.message })),
    )
    process.stderr.write(
      `${speak('panel.written', { rows: count.rows, columns: columns.length, path: to })}\n`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* counted<T>(rows: AsyncIterable<T>, count: { rows: number }): AsyncGenerator<T> {
  for await (const row of rows) {
    count.rows++
    yield row
  }
}
