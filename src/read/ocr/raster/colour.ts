import type { Picture } from '../picture.js'

/** Chroma of a grey page after JPEG stays below this; seals and red headings are far above. */
const SPREAD = 32
/** One pixel in so many may be a speck of colour; the smallest seal has more than ten times as many. */
const SPECKS = 20_000

/**
 * A picture from pixels that begin with red, green and blue, `stride` bytes each. The colours of a page that has
 * none are dropped: a third of the memory, and a third of the work that follows.
 */
export function pictureOf(pixels: Uint8Array, width: number, height: number, stride: 3 | 4): Picture {
  return greyOf(pixels, width, height, stride) ?? colouredOf(pixels, width, height, stride)
}

/** Luma as in JPEG; nothing where more than specks are coloured. One pass: a page has millions of pixels. */
function greyOf(pixels: Uint8Array, width: number, height: number, stride: number): Picture | undefined {
  const data = new Uint8Array(width * height)
  let specks = data.length / SPECKS
  for (let to = 0, from = 0; to < data.length; to++, from += stride) {
    const r = pixels[from]!
    const g = pixels[from + 1]!
    const b = pixels[from + 2]!
    if (r === g && g === b) {
      data[to] = r
      continue
    }
    const high = Math.max(r, g, b)
    const low = Math.min(r, g, b)
    if (high - low > SPREAD && --specks < 0) return undefined
    data[to] = (r * 77 + g * 150 + b * 29 + 128) >> 8
  }
  return { width, height, channels: 1, data }
}

function colouredOf(pixels: Uint8Array, width: number, height: number, stride: number): Picture {
  const data = new Uint8Array(width * height * 3)
  if (stride === 3) data.set(pixels.subarray(0, data.length))
  else
    for (let to = 0, from = 0; to < data.length; to += 3, from += stride) {
      data[to] = pixels[from]!
      data[to + 1] = pixels[from + 1]!
      data[to + 2] = pixels[from + 2]!
    }
  return { width, height, channels: 3, data }
}
