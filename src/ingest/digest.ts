import { createHash } from 'node:crypto'
import type { SourceKind } from '../model/source.js'
import { sniff } from './sniff.js'

/** What the bytes of an input say of themselves. */
export interface Digest {
  sha256: string
  kind: SourceKind
  bytes: number
}

/** The marks that tell a kind stand within. */
const HEAD = 1024

/** Reads bytes once, piece by piece. */
export async function digest(chunks: AsyncIterable<Buffer>): Promise<Digest> {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    if (bytes < HEAD) head.push(Buffer.from(chunk.subarray(0, HEAD - bytes)))
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), kind: sniff(Buffer.concat(head)), bytes }
}
