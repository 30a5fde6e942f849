import type { Picture } from '../../../src/read/ocr/picture.js'

/** Out of focus: a Gaussian with the standard deviation `radius` in pixels. */
export function blur(picture: Picture, radius: number): Picture {
  const { width, height, channels } = picture
  const weights = bell(radius)
  const across = smear(picture.data, weights, {
    count: width,
    step: channels,
    lines: height,
    lineStep: width * channels,
    channels,
  })
  const data = smear(across, weights, {
    count: height,
    step: width * channels,
    lines: width,
    lineStep: channels,
    channels,
  })
  return { ...picture, data }
}

interface Lines {
  /** Pixels of a line, and the distance in bytes from one to the next. */
  count: number
  step: number
  lines: number
  lineStep: number
  channels: number
}

function smear(
  from: Uint8Array,
  weights: Float64Array,
  { count, step, lines, lineStep, channels }: Lines,
): Uint8Array {
  const to = new Uint8Array(from.length)
  const reach = (weights.length - 1) / 2
  for (let line = 0; line < lines; line++)
    for (let c = 0; c < channels; c++) {
      const start = line * lineStep + c
      for (let i = 0; i < count; i++) {
        let sum = 0
        // Beyond the edge the picture goes on as its last pixel.
        for (let k = -reach; k <= reach; k++)
          sum += weights[k + reach]! * from[start + Math.max(0, Math.min(count - 1, i + k)) * step]!
        to[start + i * step] = Math.round(sum)
      }
    }
  return to
}

/** Weights that sum to 1, odd in number. */
function bell(radius: number): Float64Array {
  const reach = Math.ceil(2.5 * radius)
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * radius ** 2)),
  )
  const sum = weights.reduce((a, b) => a + b)
  return weights.map((w) => w / sum)
}
