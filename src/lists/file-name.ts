// Names of files made of what filings print: any text gives a name that every system takes, and that stays in its folder.

/** File systems take 255 bytes; a name that is moved aside or being written is longer than it was. */
const MOST_BYTES = 200

/** Separators, what Windows does not take, what shows as nothing or turns text around. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]/gu

/** Windows takes these for devices, whatever follows the first point. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i

/** A name without its ending; `roomFor` bytes are kept free for what is put behind it. */
export function nameOf(text: string, roomFor = 0): string {
  const clean = text
    .normalize('NFC')
    .replace(NOT_IN_NAMES, '_')
    .replace(/\s+/g, ' ')
    // Hidden files, locks of Office programs, options of commands.
    .replace(/^[\s.~-]+/, '_')
  const short = cut(clean, MOST_BYTES - roomFor).replace(/[\s.]+$/, '')
  const name = DEVICE.test(short) ? `_${short}` : short
  return name === '' ? '_' : name
}

function cut(text: string, most: number): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) break
    kept += character
  }
  return kept
}

/** Alike for file systems that do not tell case and forms of characters apart. */
const folded = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase()

/** Room for an id behind a name that others have too, for the underscore of a device, and for the ending. */
const ROOM = 40

/**
 * A name for each, by its key: its text, with its key behind it where another has the same one or it is `taken`. The
 * names of some do not depend on the order of all.
 */
export function distinctNames(
  named: readonly { key: string; text: string }[],
  taken: readonly string[],
): Map<string, string> {
  const count = new Map<string, number>()
  const add = (name: string) => count.set(folded(name), (count.get(folded(name)) ?? 0) + 1)
  for (const name of taken) add(name)
  const names = named.map(({ key, text }) => ({ key, name: nameOf(text, ROOM) }))
  for (const { name } of names) add(name)
  return new Map(
    names.map(({ key, name }) => [key, count.get(folded(name)) === 1 ? name : `${name} ${nameOf(key)}`]),
  )
}
