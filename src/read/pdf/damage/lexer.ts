import { type Dictionary, Name, Reference, type Value, Words } from './values.js'

/** What is written is no PDF: engines skip such places without a word. */
export class Malformed extends Error {}

/** Arrays and dictionaries inside each other beyond this depth are made to trap readers. */
const MAX_DEPTH = 64

const WHITE = flags('\0\t\n\f\r ')
const DELIMITERS = flags('()<>[]{}/%')
const NUMBER = /^[+-]*(?:\d+\.?\d*|\.\d+|\.)$/

/** Reads values as the standard wants them written, from a place on; whatever else stands there is an error. */
export class Lexer {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {
    // Offsets are what a file says they are.
    this.end = Math.min(end, bytes.length)
    this.at = Math.min(Math.max(0, at), this.end)
  }

  /** The next value; `12 0 R` is one. */
  value(depth = 0): Value {
    if (depth > MAX_DEPTH) throw new Malformed('depth')
    this.skipWhite()
    const { bytes } = this
    switch (bytes[this.at]) {
      case 0x2f: // /
        return this.name()
      case 0x28: // (
        return this.text()
      case 0x5b: // [
        return this.array(depth)
      case 0x3c: // <
        return bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : this.hexText()
    }
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!NUMBER.test(word)) throw new Malformed(`value ${word.slice(0, 20)}`)
    return this.reference(word) ?? (Number(word) || 0)
  }

  /** The next word, for which the caller knows what it may be; empty at a delimiter or the end. */
  word(): string {
    this.skipWhite()
    const from = this.at
    while (this.at < this.end && !isOdd(this.bytes[this.at] as number)) this.at++
    return latin(this.bytes, from, this.at)
  }

  /** Goes past white space and comments. */
  skipWhite(): void {
    for (; this.at < this.end; this.at++) {
      const byte = this.bytes[this.at] as number
      if (byte === 0x25) while (this.at < this.end && !isLineEnd(this.bytes[this.at] as number)) this.at++
      else if (WHITE[byte] !== 1) return
    }
  }

  private name(): Name {
    const from = ++this.at
    while (this.at < this.end && !isOdd(this.bytes[this.at] as number)) this.at++
    const written = latin(this.bytes, from, this.at)
    return new Name(
      written.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  }

  private text(): Words {
    let open = 0
    for (; this.at < this.end; this.at++) {
      const byte = this.bytes[this.at]
      if (byte === 0x5c) this.at++
      else if (byte === 0x28) open++
      else if (byte === 0x29 && --open === 0) {
        this.at++
        return new Words()
      }
    }
    throw new Malformed('open text')
  }

  private hexText(): Words {
    for (this.at++; this.at < this.end; this.at++) {
      const byte = this.bytes[this.at] as number
      if (byte === 0x3e) {
        this.at++
        return new Words()
      }
      if (!isHex(byte) && WHITE[byte] !== 1) throw new Malformed('hexadecimal text')
    }
    throw new Malformed('open text')
  }

  private array(depth: number): Value[] {
    const out: Value[] = []
    for (this.at++; ; ) {
      this.skipWhite()
      if (this.at >= this.end) throw new Malformed('open array')
      if (this.bytes[this.at] === 0x5d) {
        this.at++
        return out
      }
      out.push(this.value(depth + 1))
    }
  }

  private dictionary(depth: number): Dictionary {
    const out: Dictionary = new Map()
    for (this.at += 2; ; ) {
      this.skipWhite()
      if (this.at >= this.end) throw new Malformed('open dictionary')
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2
        return out
      }
      if (this.bytes[this.at] !== 0x2f) throw new Malformed('key')
      const key = this.name().name
      out.set(key, this.value(depth + 1))
    }
  }

  /** A number may begin a reference. */
  private reference(first: string): Reference | undefined {
    if (!/^\d+$/.test(first)) return undefined
    const back = this.at
    if (/^\d+$/.test(this.word()) && this.word() === 'R') return new Reference(Number(first))
    this.at = back
    return undefined
  }
}

export const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1')

const isOdd = (byte: number): boolean => WHITE[byte] === 1 || DELIMITERS[byte] === 1
const isLineEnd = (byte: number): boolean => byte === 10 || byte === 13
const isHex = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)

function flags(characters: string): Uint8Array {
  const out = new Uint8Array(256)
  for (const c of characters) out[c.charCodeAt(0)] = 1
  return out
}
