import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { childrenOf } from './xml.js'

/** `broken-office`: no office file, or a damaged one · `huge-office`: more than a filing can be. */
export type OfficeFault = 'broken-office' | 'huge-office' | 'empty-office' | 'encrypted-office'

/** Thrown inside this room where a part is missing, damaged or too large; readers give it as their fault. */
export class OfficeError extends Error {
  constructor(readonly fault: OfficeFault) {
    super(fault)
  }
}

/** Bytes of one part. The text of 100 tables takes some 10 MB; a tree of this takes 1 GB. */
const LARGEST_PART = 48 * 1024 * 1024

/** An office file as the parts packed in it (Office Open XML, part 2). */
export class Parts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async of(bytes: Uint8Array): Promise<Parts> {
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      const entries = new Map<string, Entry>()
      // Names of parts know no difference between large and small letters.
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry)
      return new Parts(zip, entries)
    } catch {
      throw new OfficeError('broken-office')
    }
  }

  /** The bytes of a part; undefined where there is none of that name. */
  async bytes(name: string): Promise<Buffer | undefined> {
    const entry = this.entries.get(name.toLowerCase())
    if (!entry) return undefined
    if (entry.uncompressedSize > LARGEST_PART) throw new OfficeError('huge-office')
    try {
      const chunks: Buffer[] = []
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    } catch {
      throw new OfficeError('broken-office')
    }
  }

  /** The root element of a part. */
  async xml(name: string): Promise<Element | undefined> {
    const bytes = await this.bytes(name)
    try {
      return bytes && (parsed(bytes).documentElement ?? undefined)
    } catch {
      throw new OfficeError('broken-office')
    }
  }

  /** What a part refers to inside the package. */
  async relations(name: string): Promise<Relation[]> {
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    const root = await this.xml(`${folder}_rels/${name.slice(folder.length)}.rels`)
    const relations: Relation[] = []
    for (const element of childrenOf(root, 'Relationship')) {
      const target = element.getAttribute('Target') ?? ''
      if (element.getAttribute('TargetMode') === 'External' || !URL.canParse(target, `file:///${folder}`))
        continue
      // A target is relative to the folder of its part; a leading slash is the root of the package.
      const path = new URL(target, `file:///${folder}`).pathname.slice(1)
      relations.push({
        id: element.getAttribute('Id') ?? '',
        type: element.getAttribute('Type')?.split('/').at(-1) ?? '',
        part: decoded(path),
      })
    }
    return relations
  }
}

export interface Relation {
  id: string
  /** The last word of what it is to the part: `styles`, `numbering`, `image`. */
  type: string
  /** Name of the part referred to. */
  part: string
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Parts are in UTF-8, or in UTF-16 with a mark. */
function parsed(bytes: Buffer): Document {
  const wide = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    new TextDecoder(wide).decode(bytes),
    'text/xml',
  )
}
