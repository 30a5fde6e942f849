import type { Gray, Picture } from '../../../src/read/ocr/picture.js'
import { bilevel } from './bilevel.js'
import { grey } from './grey.js'

/** Dots per inch of group 3 in its standard resolution: twice as many across as down. */
const FAX = { across: 204, down: 98 }

/** A sheet as a fax machine sends it: coarse lines of black and white, to be shown as large as the sheet was. */
export function fax(picture: Picture, dpi: number): Gray {
  const sheet = grey(picture)
  const width = Math.round((sheet.width * FAX.across) / dpi)
  const height = Math.round((sheet.height * FAX.down) / dpi)
  const data = new Uint8Array(width * height)
  const [across, down] = [sheet.width / width, sheet.height / height]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = mean(sheet, x * across, y * down, across, down)
  return bilevel({ width, height, channels: 1, data })
}

/** Brightness of the part of the sheet that one dot sees. */
function mean({ width, height, data }: Gray, x: number, y: number, wide: number, high: number): number {
  let [sum, count] = [0, 0]
  for (let v = Math.floor(y); v < Math.min(height, Math.ceil(y + high)); v++)
    for (let u = Math.floor(x); u < Math.min(width, Math.ceil(x + wide)); u++) {
      sum += data[v * width + u]!
      count++
    }
  return count === 0 ? 255 : sum / count
}
