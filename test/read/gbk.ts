/** Bytes of a text in GBK: Node can only decode it, so the table is turned around. */
export function gbk(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    if (character < '\u0080') bytes.push(character.charCodeAt(0))
    else bytes.push(...(table().get(character) ?? [0x3f]))
  }
  return new Uint8Array(bytes)
}

let known: Map<string, [number, number]> | undefined

function table(): Map<string, [number, number]> {
  if (known) return known
  known = new Map()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if (trail !== 0x7f && !known.has(character)) known.set(character, [lead, trail])
    }
  return known
}
