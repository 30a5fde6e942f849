// Most of a page is white paper: it is passed over four pixels at a time.
import type { Gray } from '../picture.js'

/** Four white pixels. */
export const WHITE_FOUR = 0xffffffff

/** A picture's pixels by fours, the last up to three left out. */
export function fours({ data }: Gray): Uint32Array {
  // Pixels handed over by libraries may begin anywhere in their memory.
  const { buffer, byteOffset } = data.byteOffset % 4 === 0 ? data : new Uint8Array(data)
  return new Uint32Array(buffer, byteOffset, data.length >> 2)
}
