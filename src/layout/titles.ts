import type { Page } from '../model/page.js'
import type { Column, RawParagraph } from './paragraphs.js'

/** An unnumbered title stands in the middle of its column: sides differ by less than this share of the width. */
const CENTRED = 0.08
/** … and leaves at least this share of the column free on both sides. */
const FREE = 0.08
const LONGEST = 45

/**
 * Whether a paragraph is an unnumbered section title: centred, short, no sentence, and larger or bolder than
 * the running text or alone at the top of its page.
 */
export function unnumberedTitle(
  raw: RawParagraph,
  column: Column,
  page: Page,
  bodySize: number,
  opensPage: boolean,
  followed: boolean,
): boolean {
  const text = raw.text.text.replace(/\s+/g, '')
  if (!followed || text.length < 3 || text.length > LONGEST || raw.lines.length > 2) return false
  if (/[。；，：:;！？]|^\d+$/.test(text)) return false
  if (!/[\u4e00-\u9fff]{3}/.test(text)) return false
  const line = raw.lines[0]
  if (!line) return false
  const left = raw.box.x0
  const right = page.width - raw.box.x1
  const width = Math.max(column.right - column.left, page.width * 0.5)
  const centred = Math.abs(left - right) < CENTRED * page.width && left - column.left > FREE * width * 0.5
  const stands = line.size > bodySize * 1.08 || line.bold || opensPage
  return centred && stands
}
