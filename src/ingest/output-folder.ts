import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ownPath } from '../model/output.js'

/** Whether a folder is the output of a run: it has our mark, or a run.json of ours from before there were marks. */
export async function isOutputFolder(folder: string): Promise<boolean> {
  if (await stat(ownPath(folder, 'output.json')).catch(() => undefined)) return true
  const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => '')
  return /^\{\s*"contract_version": "\d+",\s*"tool": "yusuan",/.test(text)
}
