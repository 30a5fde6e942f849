import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { ArchiveFault } from '../model/source.js'
import { entryName } from './entry-names.js'

export interface ZipEntry {
  /** `/` between folders, NFC; as printed in the archive, so it may lead out of it. */
  name: string
  /** Bytes packed and unpacked, as the archive's list of contents says. */
  packed: number
  size: number
  encrypted: boolean
  /** Stored or deflated: all else is beyond us. */
  readable: boolean
  deflated: boolean
  /** A link of the system it was packed on. */
  link: boolean
  entry: Entry
}

const DEFLATED = 8

export interface Zip {
  file: ZipFile
  entries: ZipEntry[]
}

/** More entries than any district's filings of ten years; a list of as many takes 100 MB. */
const MOST_ENTRIES = 100_000
/** Deflate makes a page of blank paper 200 times smaller; more is made to fill the machine. */
const MOST_GROWTH = 200
/** What unpacks to less than this does no harm however small it was. */
const HARMLESS = 256 * 1024 * 1024

/** How much may still be unpacked from an archive that a person gave, with all that stand inside it. */
export class Allowance {
  private entries = MOST_ENTRIES
  private bytes: number

  constructor(packed: number) {
    this.bytes = Math.max(HARMLESS, packed * MOST_GROWTH)
  }

  /** False where the list of an archive claims more than is left; then nothing of it is unpacked. */
  take(entries: readonly ZipEntry[], packed: number): boolean {
    const bytes = sum(entries, (e) => e.size)
    // Entries that share their bytes are how a bomb gets around limits on each.
    if (entries.length > this.entries || bytes > this.bytes || sum(entries, (e) => e.packed) > packed)
      return false
    this.entries -= entries.length
    this.bytes -= bytes
    return true
  }
}

const sum = (entries: readonly ZipEntry[], of: (entry: ZipEntry) => number): number =>
  entries.reduce((total, entry) => total + of(entry), 0)

/** Opens a ZIP and lists what is in it, folders left out. Unpacks nothing; whoever opens it closes `file`. */
export async function openZip(path: string): Promise<Zip | { fault: ArchiveFault }> {
  let file: ZipFile | undefined
  try {
    // Names are decoded here: the library knows CP437 and UTF-8.
    file = await openPromise(path, { decodeStrings: false, autoClose: false })
    if (file.entryCount > MOST_ENTRIES) return closed(file, 'archive-bomb')
    const entries: ZipEntry[] = []
    for await (const entry of file.eachEntry()) {
      const name = entryName(entry)
      if (name.endsWith('/')) continue
      entries.push({
        name,
        packed: entry.compressedSize,
        size: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
        readable: entry.canDecodeFileData(),
        deflated: entry.compressionMethod === DEFLATED,
        link: isLink(entry),
        entry,
      })
    }
    return { file, entries }
  } catch (error) {
    return closed(file, /encrypt/i.test((error as Error).message) ? 'encrypted-archive' : 'broken-archive')
  }
}

function closed(file: ZipFile | undefined, fault: ArchiveFault): { fault: ArchiveFault } {
  file?.close()
  return { fault }
}

/** Unix keeps the kind of a file in the upper half of the attributes; 0xA000 is a symbolic link. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000

/** The unpacked bytes of an entry, piece by piece; throws where they are not what the list says. */
export async function* unpacked(file: ZipFile, { entry }: ZipEntry): AsyncGenerator<Buffer> {
  let checksum = 0
  const stream = await file.openReadStreamPromise(entry)
  try {
    for await (const chunk of stream) {
      checksum = crc32(chunk as Buffer, checksum)
      yield chunk as Buffer
    }
  } finally {
    stream.destroy()
  }
  if (checksum !== entry.crc32) throw new Error('checksum')
}
