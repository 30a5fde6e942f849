import type { Random } from '../../samples/generator/random.js'

/** One way to spoil a file. */
export interface Change {
  /** Shown with what it brought about: `cut at 37 %`, `16 bytes from 4711`. */
  name: string
  spoil(bytes: Uint8Array): Uint8Array
}

const MOST_BYTES = 64

/** Cut off at every percent. */
export const truncations = (): Change[] =>
  Array.from({ length: 99 }, (_, i) => ({
    name: `cut at ${i + 1} %`,
    spoil: (bytes) => bytes.slice(0, Math.floor((bytes.length * (i + 1)) / 100)),
  }))

/** One to 64 bytes, side by side or all over the file, each made another. */
export function byteChange(random: Random): Change {
  const count = random.between(1, MOST_BYTES)
  const together = random.next() < 0.5
  const at = random.next()
  const places = Array.from({ length: count }, (_, i) => ({
    at: together ? at : random.next(),
    offset: together ? i : 0,
    by: random.between(1, 255),
  }))
  return {
    name: `${count} bytes ${together ? `from ${(100 * at).toFixed(3)} %` : 'here and there'}`,
    spoil: (bytes) => {
      const out = bytes.slice()
      for (const place of places) {
        const i = (Math.floor(place.at * out.length) + place.offset) % out.length
        out[i] = (out[i] as number) ^ place.by
      }
      return out
    },
  }
}
