import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { shownName } from '../model/shown.js'
import type { ArchiveFault, Source, SourceKind } from '../model/source.js'
import { digest } from './digest.js'
import { escapes } from './entry-names.js'
import { isJunk } from './files.js'
import type { InputProblem } from './problem.js'
import { isZip } from './sniff.js'
import { Allowance, openZip, unpacked, type Zip, type ZipEntry } from './zip.js'

/**
 * Bytes. A filing of more is a volume of many or no filing at all; PDFs of 187 pages stay below 10 MB. Archives are read
 * piece by piece and may be larger.
 */
export const LARGEST = 512 * 1024 * 1024
/** An archive in an archive in an archive: a district sends what its departments sent. */
const DEEPEST = 3
/** What documents made of ZIP have in them: Office Open XML, OpenDocument, OFD. The first kind that fits. */
const DOCUMENTS: readonly (readonly [SourceKind, RegExp, RegExp])[] = [
  ['docx', /^\[Content_Types\]\.xml$/i, /^word\//i],
  ['xlsx', /^\[Content_Types\]\.xml$/i, /^xl\//i],
  ['office', /^\[Content_Types\]\.xml$/i, /./],
  ['office', /^mimetype$/, /^content\.xml$/],
  ['ofd', /^OFD\.xml$/i, /./],
]

/** A file that begins like a ZIP. */
interface ZipFile {
  /** As an input of its own. */
  self: Source
  /** Where its bytes stand by themselves: its own file, or a copy unpacked from the archive around it. */
  path: string
  depth: number
}

export interface Contents {
  sources: Source[]
  problems: InputProblem[]
}

/**
 * What a file that begins like a ZIP gives: itself where it is a document or can not be opened, else what stands in it.
 * Nothing is unpacked but archives inside archives, into the folder `unpackTo`: readers take their inputs from there.
 */
export async function contentsOf(archive: Source, unpackTo: string): Promise<Contents> {
  const sources: Source[] = []
  const problems: InputProblem[] = []
  const allowance = new Allowance(archive.bytes)
  let copies = 0
  await lookInto({ self: archive, path: archive.path, depth: 1 })
  return { sources, problems }

  /** True where inputs were found inside, which are read from there. */
  async function lookInto(file: ZipFile): Promise<boolean> {
    const zip = await openZip(file.path)
    if ('fault' in zip) return refuse(file, zip.fault)
    try {
      const kind = documentKind(zip.entries)
      if (kind) return isDocument(file, kind, zip.entries)
      if (file.depth > DEEPEST) return refuse(file, 'archive-too-deep')
      if (!allowance.take(zip.entries, file.self.bytes)) return refuse(file, 'archive-bomb')
      const entries = zip.entries.filter((e) => !e.name.split('/').some(isJunk))
      if (entries.length === 0) return refuse(file, 'empty-archive')
      if (entries.every((e) => e.encrypted)) return refuse(file, 'encrypted-archive')
      for (const entry of entries) await take(file, zip, entry)
      return true
    } finally {
      zip.file.close()
    }
  }

  function isDocument(file: ZipFile, kind: SourceKind, entries: readonly ZipEntry[]): false {
    const { self, path } = file
    if (self.bytes > LARGEST) problems.push({ path, source: self.source, code: 'too-large' })
    else if (!allowance.take(entries, self.bytes)) refuse(file, 'archive-bomb')
    else sources.push({ ...self, kind })
    return false
  }

  function refuse({ self }: ZipFile, fault: ArchiveFault): false {
    sources.push({ ...self, fault })
    return false
  }

  async function take(file: ZipFile, zip: Zip, entry: ZipEntry): Promise<void> {
    const source = `${file.self.source}!/${shownName(entry.name)}`
    const report = (code: InputProblem['code']) =>
      problems.push({ path: `${archive.path}${source.slice(archive.source.length)}`, source, code })
    const problem = problemOf(entry)
    if (problem) {
      report(problem)
      return
    }
    const copy = join(unpackTo, `${archive.filingId}-${++copies}.zip`)
    let needed = false
    try {
      const { fileDataStart } = await zip.file.readLocalFileHeaderPromise(entry.entry, { minimal: true })
      const packed = { start: fileDataStart, length: entry.packed, deflated: entry.deflated }
      const read = await digest(keepingZip(unpacked(zip.file, entry), copy))
      const outer = file.path === archive.path ? {} : { outer: archive.path }
      const filingId = read.sha256.slice(0, 16)
      const self: Source = { path: file.path, packed, ...outer, source, filingId, ...read }
      if (self.kind === 'archive') needed = await lookInto({ self, path: copy, depth: file.depth + 1 })
      else sources.push(self)
    } catch (error) {
      report('syscall' in (error as Error) ? 'not-unpacked' : 'entry-damaged')
    }
    if (!needed) await rm(copy, { force: true })
  }
}

const documentKind = (entries: readonly ZipEntry[]): SourceKind | undefined =>
  DOCUMENTS.find(([, ...parts]) => parts.every((part) => entries.some((e) => part.test(e.name))))?.[0]

function problemOf(entry: ZipEntry): InputProblem['code'] | undefined {
  if (escapes(entry.name)) return 'entry-escapes'
  if (entry.link) return 'not-a-file'
  if (entry.encrypted) return 'entry-encrypted'
  if (!entry.readable) return 'entry-method'
  return entry.size > LARGEST ? 'too-large' : undefined
}

/** Hands on what it gets, and keeps a copy of what begins like a ZIP: such a file can only be listed as a whole. */
async function* keepingZip(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  let copy: FileHandle | undefined
  let first = true
  try {
    for await (const chunk of chunks) {
      if (first && isZip(chunk)) {
        await mkdir(dirname(path), { recursive: true })
        copy = await open(path, 'w')
      }
      first = false
      await copy?.appendFile(chunk)
      yield chunk
    }
  } finally {
    await copy?.close()
  }
}
