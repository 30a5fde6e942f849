import { inflateSync } from 'node:zlib'
import { type Dictionary, isDictionary, nameOf, type Value } from './values.js'

/** Bytes of a stream as the file keeps them, and what its dictionary says. */
export interface Stream {
  dictionary: Dictionary
  raw: Uint8Array
}

/** `sealed`: a checksum of its own tells that every byte is as it was written. */
export type Decoded =
  | { bytes: Uint8Array; sealed: boolean }
  | { fault: 'stream-broken' | 'huge-content' }
  | undefined

/** What a stream says, in at most `most` bytes; undefined where it is packed in a way that nobody here unpacks. */
export function decoded(
  { dictionary, raw }: Stream,
  resolve: (value: Value | undefined) => Value,
  most: number,
): Decoded {
  let bytes = raw
  let sealed = false
  for (const filter of listed(resolve(dictionary.get('Filter') ?? dictionary.get('F'))).map((f) =>
    nameOf(resolve(f)),
  )) {
    if (filter === 'ASCIIHexDecode' || filter === 'AHx') bytes = fromHex(bytes)
    else if (filter === 'ASCII85Decode' || filter === 'A85') {
      const unpacked = fromBase85(bytes)
      if (!unpacked) return { fault: 'stream-broken' }
      bytes = unpacked
    } else if (filter === 'FlateDecode' || filter === 'Fl') {
      const inflated = inflate(bytes, most)
      if ('fault' in inflated) return inflated
      bytes = inflated.bytes
      sealed = true
    } else return undefined
  }
  if (bytes.length > most) return { fault: 'huge-content' }
  const parameters = listed(resolve(dictionary.get('DecodeParms') ?? null))
    .map(resolve)
    .find(isDictionary)
  const predicted = Number(resolve(parameters?.get('Predictor'))) >= 10
  const columns = Number(resolve(parameters?.get('Columns')) ?? 1)
  return { bytes: predicted ? unpredicted(bytes, columns || 1) : bytes, sealed }
}

export const listed = (value: Value | undefined): Value[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]

/** zlib ends with a checksum of what was packed: hardly any changed byte gets past it. */
function inflate(
  bytes: Uint8Array,
  most: number,
): { bytes: Uint8Array } | { fault: 'stream-broken' | 'huge-content' } {
  try {
    // Packed text and fonts become about four times as large: in pieces of that size hardly any has to be joined.
    const chunkSize = Math.min(2 ** 20, Math.max(1024, 4 * bytes.length))
    return { bytes: inflateSync(bytes, { maxOutputLength: most, chunkSize }) }
  } catch (error) {
    return {
      fault:
        (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'huge-content' : 'stream-broken',
    }
  }
}

function fromHex(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replace(/\s+/g, '').replace(/>.*$/, '')
  return Buffer.from(text.length % 2 ? `${text}0` : text, 'hex')
}

/** Undefined where a character stands that does not belong there. */
function fromBase85(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes).toString('latin1').replace(/\s+/g, '')
  const end = text.indexOf('~')
  const packed = text.slice(text.startsWith('<~') ? 2 : 0, end < 0 ? undefined : end)
  if (end < 0 || /[^!-uz]/.test(packed)) return undefined
  const out = Buffer.alloc(4 * packed.length + 4)
  let length = 0
  let group: number[] = []
  const write = (digits: number[], count: number) => {
    let n = 0
    for (const d of digits) n = n * 85 + d
    for (let i = 0; i < count; i++) out[length++] = Math.floor(n / 256 ** (3 - i)) % 256
  }
  for (const c of packed) {
    if (c === 'z') write([0], 4)
    else if (group.push(c.charCodeAt(0) - 33) === 5) {
      write(group, 4)
      group = []
    }
  }
  if (group.length > 1) write([...group, ...Array<number>(5 - group.length).fill(84)], group.length - 1)
  return out.subarray(0, length)
}

/** Rows of PNG's predictors, each with its own: what tables of objects are written with. */
function unpredicted(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let y = 0; y < rows; y++) {
    const type = bytes[y * (columns + 1)]
    for (let x = 0; x < columns; x++) {
      const here = bytes[y * (columns + 1) + 1 + x] as number
      const left = x > 0 ? (out[y * columns + x - 1] as number) : 0
      const above = y > 0 ? (out[(y - 1) * columns + x] as number) : 0
      const corner = x > 0 && y > 0 ? (out[(y - 1) * columns + x - 1] as number) : 0
      out[y * columns + x] = here + predictor(type, left, above, corner)
    }
  }
  return out
}

function predictor(type: number | undefined, left: number, above: number, corner: number): number {
  if (type === 1) return left
  if (type === 2) return above
  if (type === 3) return (left + above) >> 1
  if (type !== 4) return 0
  const p = left + above - corner
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - above), Math.abs(p - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}
