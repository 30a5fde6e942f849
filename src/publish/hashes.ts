import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ownPath } from '../model/output.js'
import { writeWhole } from './files.js'

/** Hex sha256 of what was written of each filing; the last one is that of the file unless its writer was killed. */
export type Hashes = ReadonlyMap<string, readonly string[]>

const LINE = /^([0-9a-f]{64}) {2}filings\/([0-9a-f]{16})\.json$/

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

/**
 * Records a filing's hash before the file gets its name: whoever is killed in between leaves an old file whose hash is
 * still known, never a new one whose hash is not. One line, as `sha256sum -c` reads them: several workers write here.
 */
export async function recordHash(output: string, filingId: string, content: string | Buffer): Promise<void> {
  const path = ownPath(output, 'filings.sha256')
  await mkdir(dirname(path), { recursive: true })
  await appendFile(path, lineOf(filingId, hashOf(content)))
}

/** All hashes on record; lines that a full disk cut off tell nothing. */
export async function readHashes(output: string): Promise<Hashes> {
  const text = await readFile(ownPath(output, 'filings.sha256'), 'utf8').catch(() => '')
  const hashes = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [, hash, id] = LINE.exec(line) ?? []
    if (hash !== undefined && id !== undefined) hashes.set(id, [...(hashes.get(id) ?? []), hash])
  }
  return hashes
}

/** Whether a filing's file is as we wrote it. */
export const isAsWritten = (hashes: Hashes, filingId: string, content: Buffer): boolean =>
  hashes.get(filingId)?.includes(hashOf(content)) ?? false

/** Leaves one line for each of the filings in `filings/`, in order. Nobody else may write. */
export async function settleHashes(output: string, filingIds: Iterable<string>): Promise<void> {
  const hashes = await readHashes(output)
  const lines: string[] = []
  for (const id of [...filingIds].sort()) {
    const known = hashes.get(id) ?? []
    if (known.length === 1) lines.push(lineOf(id, known[0] as string))
    if (known.length < 2) continue
    // Of several the file tells which one was written at last.
    const hash = hashOf(await readFile(join(output, 'filings', `${id}.json`)))
    if (known.includes(hash)) lines.push(lineOf(id, hash))
  }
  await writeWhole(ownPath(output, 'filings.sha256'), lines.join(''))
}

const lineOf = (filingId: string, hash: string): string => `${hash}  filings/${filingId}.json\n`
