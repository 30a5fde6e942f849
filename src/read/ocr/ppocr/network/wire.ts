// Messages of Protocol Buffers, in which networks are stored, as lists of their fields: what nobody asks for is written
// again as it was read.

/** How a field is stored; groups are no longer written by anyone. */
export const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const

/** One field of a message. */
export interface Field {
  number: number
  wire: number
  /** As stored; a text, a message or a list without its length. */
  bytes: Uint8Array
}

export function readFields(message: Uint8Array): Field[] {
  const fields: Field[] = []
  for (let at = 0; at < message.length; ) {
    const key = readVarint(message, at)
    const [number, wire] = [key.value >>> 3, key.value & 7]
    const [from, to] = extent(message, key.end, wire)
    if (to > message.length) throw new Error('a message ends in the middle of a field')
    fields.push({ number, wire, bytes: message.subarray(from, to) })
    at = to
  }
  return fields
}

/** Where a field's own bytes begin and end. */
function extent(message: Uint8Array, at: number, wire: number): [number, number] {
  switch (wire) {
    case WIRE.varint:
      return [at, readVarint(message, at).end]
    case WIRE.fixed64:
      return [at, at + 8]
    case WIRE.fixed32:
      return [at, at + 4]
    case WIRE.bytes: {
      const length = readVarint(message, at)
      return [length.end, length.end + length.value]
    }
    default:
      throw new Error(`a field is stored in a way ${wire} that is not known`)
  }
}

export function writeFields(fields: readonly Field[]): Uint8Array {
  const parts = fields.flatMap(({ number, wire, bytes }) => [
    varint(number * 8 + wire),
    ...(wire === WIRE.bytes ? [varint(bytes.length)] : []),
    bytes,
  ])
  return new Uint8Array(Buffer.concat(parts))
}

/** A number at a place, and where it ends. Whole numbers below zero have ten bytes and are not asked for. */
function readVarint(message: Uint8Array, at: number): { value: number; end: number } {
  let value = 0
  for (let i = at, factor = 1; i < message.length; i++, factor *= 128) {
    const byte = message[i] as number
    value += (byte & 127) * factor
    if (byte < 128) return { value, end: i + 1 }
  }
  throw new Error('a message ends in the middle of a number')
}

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Uint8Array.from([...bytes, rest])
}

export const numberOf = (field: Field): number => readVarint(field.bytes, 0).value
export const textOf = (field: Field): string => new TextDecoder().decode(field.bytes)
export const floatOf = ({ bytes }: Field): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true)

export const numberField = (number: number, value: number): Field => ({
  number,
  wire: WIRE.varint,
  bytes: varint(value),
})
export const bytesField = (number: number, bytes: Uint8Array): Field => ({ number, wire: WIRE.bytes, bytes })
export const textField = (number: number, text: string): Field =>
  bytesField(number, new TextEncoder().encode(text))
export function floatField(number: number, value: number): Field {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setFloat32(0, value, true)
  return { number, wire: WIRE.fixed32, bytes }
}
