import type { Picture } from '../../../src/read/ocr/picture.js'
import type { Random } from '../../generator/random.js'

/** Specks of dust on a square inch for each grey level of grain. */
const DUST = 0.03

/** Grain of the sensor with the standard deviation `level` (grey levels), and specks of dust. */
export function noise(picture: Picture, level: number, dpi: number, random: Random): Picture {
  const { width, height, channels } = picture
  const data = Uint8Array.from(picture.data)
  const grain = bell(random)
  for (let i = 0; i < data.length; i += channels) {
    const change = level * grain[Math.floor(random.next() * grain.length)]!
    for (let c = 0; c < channels; c++) data[i + c] = clamp(data[i + c]! + change)
  }
  const specks = Math.round(((width * height) / dpi ** 2) * DUST * level)
  for (let n = 0; n < specks; n++)
    blacken(
      { ...picture, data },
      random.between(0, width - 1),
      random.between(0, height - 1),
      random.between(0, 1),
    )
  return { ...picture, data }
}

/** Values of a normal distribution to draw from: drawing each pixel's anew would take most of the time. */
function bell(random: Random): Float64Array {
  const values = new Float64Array(4096)
  for (let i = 0; i < values.length; i++)
    values[i] = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return values
}

function blacken({ width, height, channels, data }: Picture, x: number, y: number, radius: number): void {
  for (let v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++)
    for (let u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++)
      data.fill(70, (v * width + u) * channels, (v * width + u + 1) * channels)
}

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))
