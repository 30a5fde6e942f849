// Takes the picture of a scanned page. Gives the sheet that is recognized: upright, straight, evenly lit, its
// rulings apart from its ink. Never reads a character, and cannot tell a page from one upside down.
import type { Gray, Picture, Sheet } from '../picture.js'
import { isBilevel, sharpened, soften } from './bilevel.js'
import { findBlobs } from './blobs.js'
import { eraseRemnants, eraseRulings } from './erase.js'
import { flattenLight } from './light.js'
import { findRulings } from './rulings.js'
import { withoutSeals } from './seal.js'
import { lineSlope } from './skew.js'
import { removeSpecks } from './speckle.js'
import { turnBox, turnBy } from './straighten.js'
import { textHeight } from './text-height.js'
import { halfTurn, halfTurnBox, halfTurnRuling, liesOnItsSide, quarterTurn, quarterTurnBox } from './turn.js'

/** Less crooked than this, degrees, a page is left as sharp as it is: one pixel over the width of a page. */
const STRAIGHT = 0.06

/**
 * Makes a page's picture ready to be read; the picture itself is left as it is.
 * A sideways page is turned by 90° clockwise: it then stands upright or on its head, see `upsideDown`.
 * @param dpi pixels per inch of the picture; a guess within a third will do.
 * @param known whether the page lies on its side, where its pixels are not to be asked.
 */
export function prepareSheet(picture: Picture, dpi: number, known?: boolean): Sheet {
  let { gray, seals } =
    picture.channels === 3 ? withoutSeals(picture, dpi) : { gray: picture as Gray, seals: [] }
  const bilevel = isBilevel(gray)
  gray = bilevel ? sharpened(gray) : flattenLight(gray, dpi)
  const blobs = findBlobs(gray)
  const height = textHeight(blobs, dpi)
  const sideways = known ?? liesOnItsSide(blobs, height)
  if (sideways) {
    seals = seals.map((seal) => quarterTurnBox(seal, gray.height))
    gray = quarterTurn(gray)
  }
  const slope = lineSlope(gray, dpi)
  const skew = Math.abs(slope) < STRAIGHT ? 0 : -slope
  if (skew !== 0) {
    seals = seals.map((seal) => turnBox(seal, gray, skew))
    gray = turnBy(gray, skew)
  }
  const rulings = findRulings(gray, height, dpi)
  eraseRulings(gray, rulings)
  const left = findBlobs(gray)
  eraseRemnants(gray, rulings, left)
  if (bilevel) {
    removeSpecks(gray, left, height)
    soften(gray)
  }
  return {
    ink: gray,
    rulings: rulings.map(({ lines: _, ...ruling }) => ruling),
    bilevel,
    seals,
    turned: sideways ? 90 : 0,
    skew,
  }
}

/** The same sheet turned by 180°. */
export function upsideDown(sheet: Sheet): Sheet {
  const { ink } = sheet
  return {
    ...sheet,
    ink: halfTurn(ink),
    rulings: sheet.rulings.map((ruling) => halfTurnRuling(ruling, ink)),
    seals: sheet.seals.map((seal) => halfTurnBox(seal, ink)),
    turned: ((sheet.turned + 180) % 360) as Sheet['turned'],
  }
}
