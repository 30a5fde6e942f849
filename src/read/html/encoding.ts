/** Byte order marks and the encodings they announce. */
const MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
/** Browsers look for a declaration in the first kilobyte; some sites put scripts before it. */
const DECLARED_WITHIN = 4096
/** `<meta charset=gbk>`, `<meta http-equiv=content-type content="text/html; charset=gb2312">`. */
const DECLARATION = /<meta[^>]+?charset\s*=\s*["']?\s*([\w-]+)/i
/** GB 18030 contains GBK and GB 2312; pages that declare the smaller sets use characters of the larger. */
const CHINESE = /^(?:gb|x-gbk|hz)/i

/**
 * Text of a page's bytes. Valid UTF-8 is UTF-8 whatever is declared: Chinese text in another encoding is not valid
 * UTF-8 by chance, but pages moved to a new site often keep their old declaration.
 */
export function decode(bytes: Uint8Array): string {
  const mark = MARKS.find(([start]) => start.every((b, i) => bytes[i] === b))
  if (mark) return decoded(bytes, mark[1], false) as string
  const declared = DECLARATION.exec(Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1'))?.[1]
  return (
    decoded(bytes, 'utf-8', true) ??
    (declared && !CHINESE.test(declared) ? decoded(bytes, declared, true) : undefined) ??
    decoded(bytes, 'gb18030', true) ??
    // Single broken bytes: what is declared, with marks in their places.
    (declared && CHINESE.test(declared) ? decoded(bytes, 'gb18030', false) : undefined) ??
    (declared ? decoded(bytes, declared, false) : undefined) ??
    (decoded(bytes, 'utf-8', false) as string)
  )
}

/** Undefined where the encoding has no such name or, if `strict`, the bytes are not valid in it. */
function decoded(bytes: Uint8Array, encoding: string, strict: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes)
  } catch {
    return undefined
  }
}
