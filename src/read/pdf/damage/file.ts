import { Lexer, latin, Malformed } from './lexer.js'
import { decoded, listed, type Stream } from './streams.js'
import { type Dictionary, isDictionary, nameOf, Reference, type Value } from './values.js'

/** What is wrong with an object or with the table of all objects; what is right is not said. */
export type Fault =
  | 'structure' // the table of objects is broken, or an object is not where it says
  | 'object-missing'
  | 'object-malformed'
  | 'stream-length' // a stream does not end where its dictionary says
  | 'stream-broken' // packed bytes that can not be unpacked, or whose checksum is another
  | 'huge-content' // unpacked, a stream is larger than any page needs

/** An object as it stands in the file. */
export interface Body {
  value: Value
  stream?: Stream
  faults: Fault[]
}

type Place = { offset: number } | { within: number }

/** Objects packed into a stream, and where in it each begins. */
type Packed = { bytes: Uint8Array; offsets: Map<number, number> } | { fault: Fault }

/** A table of objects or a stream of objects is at most so large. */
const MOST_TABLE = 64 << 20
/** So far from the end of the file its last words may stand: some servers append a little. */
const TAIL = 2048
const MISSING: Body = { value: null, faults: ['object-missing'] }

/** The objects of a PDF by their numbers, read as strictly as the standard wants them; nothing is repaired. */
export class PdfFile {
  /** Empty where the table of objects is broken. */
  trailer: Dictionary = new Map()
  /** The table of objects can be followed from its end to its beginning. */
  intact = false
  /** Numbers that the table at hand says are not used. */
  private readonly free = new Set<number>()
  private readonly places = new Map<number, Place | undefined>()
  private readonly bodies = new Map<number, Body>()
  private readonly packed = new Map<number, Packed>()
  private readonly base: number

  constructor(private readonly bytes: Uint8Array) {
    // Offsets count from the header, before which some servers leave lines of their own.
    this.base = Math.max(0, latin(bytes, 0, Math.min(1024, bytes.length)).indexOf('%PDF-'))
    try {
      this.intact = this.readTables()
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
    }
  }

  get encrypted(): boolean {
    return this.trailer.has('Encrypt')
  }

  /** The value itself or, of a reference, what it leads to. */
  readonly resolve = (value: Value | undefined): Value =>
    value instanceof Reference ? this.body(value.number).value : (value ?? null)

  body(number: number): Body {
    let known = this.bodies.get(number)
    if (!known) {
      // Lengths may be objects of their own; one that leads back to itself has none.
      this.bodies.set(number, MISSING)
      known = this.readBody(number)
      this.bodies.set(number, known)
    }
    return known
  }

  private readBody(number: number): Body {
    const place = this.places.get(number)
    if (!place) return MISSING
    try {
      return 'offset' in place ? this.objectAt(place.offset, number) : this.objectWithin(place.within, number)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      return { value: null, faults: ['object-malformed'] }
    }
  }

  private objectAt(offset: number, number: number): Body {
    const lexer = new Lexer(this.bytes, this.base + offset)
    if (lexer.word() !== `${number}` || !/^\d+$/.test(lexer.word()) || lexer.word() !== 'obj')
      return { value: null, faults: ['structure'] }
    const value = lexer.value()
    const next = lexer.word()
    if (next === 'endobj') return { value, faults: [] }
    if (next !== 'stream' || !isDictionary(value)) return { value, faults: ['object-malformed'] }
    return { value, ...this.streamAt(lexer, value) }
  }

  private streamAt(lexer: Lexer, dictionary: Dictionary): { stream: Stream; faults: Fault[] } {
    const { bytes } = this
    let start = lexer.at
    if (bytes[start] === 13) start++
    if (bytes[start] === 10) start++
    const length = this.resolve(dictionary.get('Length'))
    const end = typeof length === 'number' ? start + length : -1
    const after = new Lexer(bytes, end < 0 ? bytes.length : end)
    const fits = end >= start && end <= bytes.length && after.word() === 'endstream'
    const faults: Fault[] = fits ? [] : ['stream-length']
    return { stream: { dictionary, raw: bytes.subarray(start, fits ? end : start) }, faults }
  }

  private objectWithin(container: number, number: number): Body {
    let packed = this.packed.get(container)
    if (!packed) {
      packed = this.unpack(container)
      this.packed.set(container, packed)
    }
    if ('fault' in packed) return { value: null, faults: [packed.fault] }
    const offset = packed.offsets.get(number)
    if (offset === undefined) return MISSING
    return { value: new Lexer(packed.bytes, offset).value(), faults: [] }
  }

  private unpack(container: number): Packed {
    const { stream, faults } = this.body(container)
    if (!stream || faults.length > 0) return { fault: faults[0] ?? 'structure' }
    const bytes = decoded(stream, this.resolve, MOST_TABLE)
    if (!bytes || 'fault' in bytes) return { fault: bytes?.fault ?? 'stream-broken' }
    const first = Number(this.resolve(stream.dictionary.get('First')))
    const index = new Lexer(bytes.bytes, 0, first)
    const offsets = new Map<number, number>()
    for (let word = index.word(); word !== ''; word = index.word())
      offsets.set(Number(word), first + Number(index.word()))
    return { bytes: bytes.bytes, offsets }
  }

  /** Follows the tables from the newest to the oldest; whether each is where it should be. */
  private readTables(): boolean {
    const from = Math.max(0, this.bytes.length - TAIL)
    const tail = latin(this.bytes, from, this.bytes.length)
    const found = /startxref\s+(\d+)\s+%%EOF(?![\s\S]*startxref)/.exec(tail)
    if (!found) return false
    const seen = new Set<number>()
    for (let offset: number | undefined = Number(found[1]); offset !== undefined; ) {
      if (seen.has(offset)) return false
      seen.add(offset)
      const trailer = this.readTable(this.base + offset)
      if (!trailer) return false
      if (this.trailer.size === 0) this.trailer = trailer
      // What older readers are not to see is free in the table and stands in a stream beside it.
      const beside = trailer.get('XRefStm')
      if (beside !== undefined && !this.readTableStream(this.base + Number(beside))) return false
      this.settleFree()
      const before: Value = this.resolve(trailer.get('Prev'))
      if (trailer.has('Prev') && typeof before !== 'number') return false
      offset = typeof before === 'number' ? before : undefined
    }
    return this.trailer.get('Root') instanceof Reference
  }

  private readTable(at: number): Dictionary | undefined {
    const lexer = new Lexer(this.bytes, at)
    return lexer.word() === 'xref' ? this.readRows(lexer) : this.readTableStream(at)
  }

  private readRows(lexer: Lexer): Dictionary | undefined {
    for (let word = lexer.word(); word !== 'trailer'; word = lexer.word()) {
      const first = Number(word)
      const count = Number(lexer.word())
      if (!Number.isInteger(first) || !Number.isInteger(count) || word === '') return undefined
      for (let i = 0; i < count; i++) {
        const [offset, generation, kind] = [lexer.word(), lexer.word(), lexer.word()]
        if (!/^\d+$/.test(offset) || !/^\d+$/.test(generation) || !/^[nf]$/.test(kind)) return undefined
        this.place(first + i, kind === 'n' ? { offset: Number(offset) } : undefined)
      }
    }
    const trailer = lexer.value()
    return isDictionary(trailer) ? trailer : undefined
  }

  private readTableStream(at: number): Dictionary | undefined {
    const lexer = new Lexer(this.bytes, at)
    if (!/^\d+$/.test(lexer.word()) || !/^\d+$/.test(lexer.word()) || lexer.word() !== 'obj') return undefined
    const dictionary = lexer.value()
    if (!isDictionary(dictionary) || nameOf(dictionary.get('Type')) !== 'XRef' || lexer.word() !== 'stream')
      return undefined
    const { stream, faults } = this.streamAt(lexer, dictionary)
    const read = faults.length > 0 ? undefined : decoded(stream, this.resolve, MOST_TABLE)
    if (!read || 'fault' in read) return undefined
    const widths = listed(dictionary.get('W')).map(Number)
    const size = Number(dictionary.get('Size'))
    const spans = listed(dictionary.get('Index') ?? [0, size]).map(Number)
    if (widths.length !== 3 || [...widths, ...spans].some((n) => !Number.isInteger(n) || n < 0))
      return undefined
    this.readFields(read.bytes, widths as [number, number, number], spans)
    return dictionary
  }

  private readFields(bytes: Uint8Array, widths: [number, number, number], spans: number[]): void {
    let at = 0
    const field = (width: number): number => {
      let n = 0
      for (let i = 0; i < width; i++) n = n * 256 + (bytes[at++] ?? 0)
      return n
    }
    for (let s = 0; s + 1 < spans.length; s += 2)
      for (let i = 0; i < (spans[s + 1] as number) && at < bytes.length; i++) {
        const type = widths[0] === 0 ? 1 : field(widths[0])
        const second = field(widths[1])
        field(widths[2])
        const number = (spans[s] as number) + i
        if (type === 2) this.place(number, { within: second })
        else this.place(number, type === 1 ? { offset: second } : undefined)
      }
  }

  /** The newest table that knows a number is the one that counts. */
  private place(number: number, place: Place | undefined): void {
    if (this.places.has(number)) return
    if (place) this.places.set(number, place)
    else this.free.add(number)
  }

  private settleFree(): void {
    for (const number of this.free) if (!this.places.has(number)) this.places.set(number, undefined)
    this.free.clear()
  }
}
