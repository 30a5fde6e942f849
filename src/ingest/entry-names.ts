import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'

/** Info-ZIP's extra field for a name in UTF-8: version, checksum of the name it stands for, the name. */
const UNICODE_PATH = 0x7075
const SAYS_UTF8 = 0x800

/**
 * Name of an entry whose name was left as bytes. Programs in China write GB 18030 without a word, and some UTF-8 without
 * the flag for it; those that set the flag mean it.
 */
export function entryName(entry: Entry): string {
  const bytes = entry.fileNameRaw
  const extra = entry.extraFields.find((f) => f.id === UNICODE_PATH)?.data
  const unicode =
    extra && extra.length > 5 && extra[0] === 1 && extra.readUInt32LE(1) === crc32(bytes)
      ? decoded(extra.subarray(5), 'utf-8')
      : undefined
  const utf8 = decoded(bytes, 'utf-8')
  const flagged = (entry.generalPurposeBitFlag & SAYS_UTF8) !== 0
  const name =
    unicode ??
    (utf8 !== undefined && (flagged || !withoutHan(utf8)) ? utf8 : undefined) ??
    decoded(bytes, 'gb18030') ??
    utf8 ??
    new TextDecoder('utf-8').decode(bytes)
  // The standard wants `/`; older programs of Windows write `\`. Some begin each name with `./`.
  return name
    .replaceAll('\\', '/')
    .replace(/(?<=^|\/)(?:\.\/)+/g, '')
    .normalize('NFC')
}

/** Letters of two bytes in UTF-8 are Latin, Greek or Arabic: a name of these alone is Chinese read wrongly. */
const withoutHan = (text: string): boolean => /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text)

/** Whether a name leads out of its archive: upwards, to the root, or to a drive. */
export const escapes = (name: string): boolean =>
  name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || name.includes('\0')

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
