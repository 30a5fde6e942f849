import { chmodSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { isFinishing, type Place } from './faults.js'
import { said, start } from './program.js'

const samples = new URL('../../samples/filings', import.meta.url).pathname

/** A folder with inputs, a department with its unit and a set of two files unless others are named, and their output. */
export async function undisturbed(folder: string, named?: string): Promise<Place> {
  // Another user has to find it.
  chmodSync(folder, 0o755)
  const inputs = join(folder, 'in')
  const reference = join(folder, 'reference')
  mkdirSync(inputs)
  if (named !== undefined) cpSync(named, inputs, { recursive: true })
  else
    for (const name of ['云汀', '泽岭']) cpSync(join(samples, name), join(inputs, name), { recursive: true })
  const from = performance.now()
  const { child, end: ended } = start(inputs, reference)
  while (child.exitCode === null && !isFinishing(reference, child)) await later(2)
  const finish = performance.now()
  const end = await ended
  if (end.code !== 0) throw new Error(`the undisturbed run ended with ${end.code}: ${said(end).join(' ')}`)
  const now = performance.now()
  return { inputs, reference, output: join(folder, 'output'), took: now - from, finishing: now - finish }
}
