import { open, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Source } from '../model/source.js'

/** The bytes of an input, unpacked where it stands in an archive. */
export async function bytesOf({ path, packed, bytes }: Source): Promise<Buffer> {
  if (!packed) return readFile(path)
  const raw = Buffer.alloc(packed.length)
  const file = await open(path)
  try {
    await file.read(raw, 0, raw.length, packed.start)
  } finally {
    await file.close()
  }
  // Its size was measured when it was found: a file that grew since then must not fill the memory.
  return packed.deflated ? promisify(inflateRaw)(raw, { maxOutputLength: Math.max(1, bytes) }) : raw
}
