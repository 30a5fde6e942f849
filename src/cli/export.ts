import { access, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { exportXbrl } from '../publish/index.js'
import { filingsOf } from '../run/index.js'
import { usage } from './exit.js'
import { speak } from './language.js'

const FORMS = ['xbrl']

/** Writes the facts of an output in another form, beside it. */
export async function exportAs(form: string, flags: { output: string; to?: string }): Promise<void> {
  if (!FORMS.includes(form)) usage(speak('error.export-form', { value: form, names: FORMS.join(', ') }))
  const output = resolve(flags.output)
  const to = resolve(flags.to ?? `${output}-xbrl`)
  await access(join(output, 'run.json')).catch(() =>
    usage(speak('error.no-output', { path: join(output, 'run.json') })),
  )
  if (to === output || to.startsWith(join(output, '/'))) usage(speak('export.inside', { path: to }))
  const there = await readdir(to).catch(() => [])
  // What an earlier export left is written again; what is none of ours stays alone.
  if (there.some((name) => !/^(taxonomy|[0-9a-f]{16})$/.test(name)))
    usage(speak('export.not-empty', { path: to }))
  const { reports, facts, undated, sums } = await exportXbrl(() => filingsOf(output), to).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error
      return usage(speak('panel.unwritable', { path: to, detail: error.message }))
    },
  )
  process.stdout.write(`${speak('export.done', { reports, facts, undated, ...sums, path: to })}\n`)
}
