import { crc32, deflateRawSync } from 'node:zlib'

export interface Packed {
  name: string | Uint8Array
  content: string | Uint8Array
  /** 0 stored, 8 deflated; others are only said. */
  method?: number
  /** General purpose bits: 1 encrypted, 0x800 name in UTF-8. */
  flags?: number
  /** Extra fields of the list of contents. */
  extra?: Uint8Array
  /** Unix mode, in the upper half of the external attributes. */
  mode?: number
  /** Said instead of the true one. */
  checksum?: number
  size?: number
  /** Points to the bytes of the first entry instead of its own. */
  shares?: boolean
}

const number = (value: number, bytes: 2 | 4): Buffer => {
  const out = Buffer.alloc(bytes)
  out.writeUIntLE(value, 0, bytes)
  return out
}

/** A ZIP, byte by byte, so that it can say what no program would write. */
export function zip(entries: Packed[]): Buffer {
  const body: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const e of entries) {
    const content = Buffer.from(e.content as Uint8Array)
    const name = Buffer.from(e.name as Uint8Array)
    const extra = Buffer.from(e.extra ?? [])
    const method = e.method ?? 8
    const data = method === 8 ? deflateRawSync(content) : content
    const common = Buffer.concat([
      number(20, 2),
      number(e.flags ?? 0, 2),
      number(method, 2),
      number(0, 4),
      number(e.checksum ?? crc32(content), 4),
      number(data.length, 4),
      number(e.size ?? content.length, 4),
      number(name.length, 2),
    ])
    const local = Buffer.concat([number(0x04034b50, 4), common, number(0, 2), name, data])
    list.push(
      Buffer.concat([
        number(0x02014b50, 4),
        number(0x031e, 2),
        common,
        number(extra.length, 2),
        number(0, 2),
        number(0, 2),
        number(0, 2),
        number(((e.mode ?? 0o100644) << 16) >>> 0, 4),
        number(e.shares ? 0 : at, 4),
        name,
        extra,
      ]),
    )
    if (e.shares) continue
    body.push(local)
    at += local.length
  }
  const size = list.reduce((sum, b) => sum + b.length, 0)
  return Buffer.concat([
    ...body,
    ...list,
    number(0x06054b50, 4),
    number(0, 4),
    number(entries.length, 2),
    number(entries.length, 2),
    number(size, 4),
    number(at, 4),
    number(0, 2),
  ])
}

/** Info-ZIP's field for a name in UTF-8 beside one in another encoding. */
export function unicodePath(raw: Uint8Array, name: string): Buffer {
  const text = Buffer.from(name)
  return Buffer.concat([
    number(0x7075, 2),
    number(5 + text.length, 2),
    Buffer.from([1]),
    number(crc32(raw), 4),
    text,
  ])
}
