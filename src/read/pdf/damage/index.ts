// Takes the bytes of a PDF, gives what of it is damaged, by page. Engines repair and skip without a word: a page whose
// font or stream lost some bytes still has figures, only other ones. Whatever a page draws text with is looked at:
// that its packed bytes have the checksum they were packed with, that objects are where the file says, and that names
// lead to something. Never reads what a page says, and never repairs.
import { isUnopened, type Page } from '../../../model/page.js'
import type { ReadLimits } from '../../limits.js'
import { isFollowable, isTooDeep, type Named, namedIn } from './content.js'
import { type Body, type Fault, PdfFile } from './file.js'
import { type Leaf, pageTree } from './pages.js'
import { decoded } from './streams.js'
import { type Dictionary, isDictionary, nameOf, Reference, type Value } from './values.js'

export type PageFault =
  | Fault
  | 'content-broken' // operators that no reader knows
  | 'font-missing' // text in a font that the page does not have
  | 'drawing-missing' // a form or picture that the page does not have

export interface PdfDamage {
  /** Of the whole file: any page may be another than it was. */
  whole: boolean
  /** Faults of pages, from 1. */
  pages: Map<number, ReadonlySet<PageFault>>
  /** How many pages were found, in order, by the file's own tree; undefined where nobody could look. */
  found: number | undefined
}

/** Keys that lead to nothing that text is drawn with. */
const ASIDE = new Set([
  'Parent',
  'Annots',
  'B',
  'Thumb',
  'Metadata',
  'PieceInfo',
  'AA',
  'Group',
  'OC',
  'Properties',
  'ColorSpace',
  'Pattern',
  'Shading',
  'SMask',
  'Mask',
  'StructParent',
  'Tabs',
  'VP',
  'OPI',
])

export function damageOf(bytes: Uint8Array, limits: ReadLimits): PdfDamage {
  const file = new PdfFile(bytes)
  // Nobody here opens what is encrypted: objects may be packed into streams that look broken.
  if (file.encrypted) return { whole: !file.intact, pages: new Map(), found: undefined }
  const tree = pageTree(file, limits.pages)
  const looker = new Looker(file, limits.content)
  const pages = new Map<number, ReadonlySet<PageFault>>()
  for (const [i, leaf] of tree.leaves.entries()) {
    const faults = looker.faultsOfPage(leaf)
    if (faults.size > 0) pages.set(i + 1, faults)
  }
  return { whole: !file.intact || !tree.intact, pages, found: tree.leaves.length }
}

/** Pages with those marked that are damaged. */
export function withDamage(pages: Page[], { whole, pages: damaged, found }: PdfDamage): Page[] {
  // An engine that finds other pages than the file's own tree repaired it.
  const every = whole || (found !== undefined && found !== pages.length)
  return pages.map((page) =>
    // One that was not opened says so itself.
    !isUnopened(page) && (every || damaged.has(page.number)) ? { ...page, damaged: 'bytes' } : page,
  )
}

/** Pages that no engine should open. */
export const hugePages = ({ pages }: PdfDamage): Set<number> =>
  new Set([...pages].flatMap(([page, faults]) => (faults.has('huge-content') ? [page] : [])))

/** Objects that lead to each other beyond this depth are made to trap readers. */
const MAX_DEPTH = 100

/** Bytes of a font: one of all Chinese characters has twenty million. */
const MOST_FONT = 64 * 2 ** 20

const NONE: ReadonlySet<PageFault> = new Set()

class Looker {
  /** Faults of an object and of all that it leads to. */
  private readonly known = new Map<number, ReadonlySet<PageFault>>()
  private readonly names = new Map<number, Named>()
  /** Bytes that a content stream or form is drawn by, with all that it draws. */
  private readonly sizes = new Map<number, number>()
  private depth = 0

  constructor(
    private readonly file: PdfFile,
    private readonly most: number,
  ) {}

  faultsOfPage({ reference, dictionary, resources }: Leaf): ReadonlySet<PageFault> {
    const faults = new Set<PageFault>(this.file.body(reference).faults)
    for (const [key, value] of dictionary)
      if (!ASIDE.has(key) && key !== 'Resources') this.addTo(faults, value, key)
    this.addTo(faults, resources, 'Resources')
    const contents = this.file.resolve(dictionary.get('Contents'))
    const streams = Array.isArray(contents) ? contents : [dictionary.get('Contents')]
    let size = 0
    for (const part of streams)
      if (part instanceof Reference) {
        const named = this.names.get(part.number)
        this.addNamed(faults, named, resources)
        size += (this.sizes.get(part.number) ?? 0) + this.sizeOf(named, resources)
      }
    if (size > this.most) faults.add('huge-content')
    return faults
  }

  /** Adds the faults of a value and of what it leads to. */
  private addTo(faults: Set<PageFault>, value: Value | undefined, key: string): void {
    if (value instanceof Reference) for (const fault of this.faultsOf(value.number, key)) faults.add(fault)
    else if (Array.isArray(value)) for (const one of value) this.addTo(faults, one, key)
    else if (isDictionary(value))
      for (const [inner, one] of value) if (!ASIDE.has(inner)) this.addTo(faults, one, inner)
  }

  private faultsOf(number: number, key: string): ReadonlySet<PageFault> {
    const known = this.known.get(number)
    if (known) return known
    // An object that leads back to itself adds nothing of its own.
    this.known.set(number, NONE)
    if (this.depth > MAX_DEPTH) return new Set<PageFault>(['structure'])
    this.depth++
    const body = this.file.body(number)
    const faults = new Set<PageFault>(body.faults)
    this.addTo(faults, body.value, key)
    if (body.stream && body.faults.length === 0) this.addStream(faults, number, body, key)
    this.known.set(number, faults.size > 0 ? faults : NONE)
    this.depth--
    return faults
  }

  private addStream(faults: Set<PageFault>, number: number, { stream, value }: Body, key: string): void {
    if (!stream || !isDictionary(value)) return
    const subtype = nameOf(this.file.resolve(value.get('Subtype')))
    // Pictures are large, and no text is drawn with them.
    if (subtype === 'Image') return
    const isContent = key === 'Contents' || subtype === 'Form'
    const most = isContent ? this.most : Math.max(this.most, MOST_FONT)
    const read = decoded(stream, this.file.resolve, most)
    if (!read) return
    if ('fault' in read) {
      faults.add(read.fault)
      return
    }
    if (!isContent) return
    if (!read.sealed && !isFollowable(read.bytes)) faults.add('content-broken')
    const named = namedIn(read.bytes)
    if (key === 'Contents') this.names.set(number, named)
    else if (value.has('Resources')) this.addNamed(faults, named, value.get('Resources'))
    const size = read.bytes.length + (key === 'Contents' ? 0 : this.sizeOf(named, value.get('Resources')))
    this.sizes.set(number, size)
    // A form that draws ten forms that draw ten forms is small, and endless to draw.
    if (size > this.most || isTooDeep(read.bytes)) faults.add('huge-content')
  }

  /** Bytes of the forms that a stream draws. */
  private sizeOf(named: Named | undefined, resources: Value | undefined): number {
    const objects = this.kindOf(resources, 'XObject')
    let size = 0
    for (const [name, times] of named?.objects ?? []) {
      const form = objects.get(name)
      if (form instanceof Reference) size += times * (this.sizes.get(form.number) ?? 0)
    }
    return size
  }

  private kindOf(resources: Value | undefined, kind: string): Dictionary {
    const own = this.file.resolve(resources)
    const found = isDictionary(own) ? this.file.resolve(own.get(kind)) : null
    return isDictionary(found) ? found : new Map()
  }

  private addNamed(faults: Set<PageFault>, named: Named | undefined, resources: Value | undefined): void {
    if (!named) return
    const fonts = this.kindOf(resources, 'Font')
    const objects = this.kindOf(resources, 'XObject')
    for (const name of named.fonts.keys()) if (!fonts.has(name)) faults.add('font-missing')
    for (const name of named.objects.keys()) if (!objects.has(name)) faults.add('drawing-missing')
  }
}
