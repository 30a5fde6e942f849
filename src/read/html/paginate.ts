import type { Glyph, Page, Ruling } from '../../model/page.js'
import { contentsOf } from './contents-page.js'
import type { FlowBlock, ParagraphBlock } from './flow.js'
import { BODY, glyphsOf, LEADING, largest, widestWord, widthOf, wrap } from './set.js'
import { type SetTable, setTable } from './set-table.js'

/** Width of A4; a page with wider tables is wider. Points, as all below. */
const NARROWEST_PAGE = 595
const SIDE = 58
/** Blocks of a page go on to about this height; only a block that must not be parted from the next makes it taller. */
const TALL = 740
/** Layout looks for running heads and page numbers in the outer 12% of a page; a web page has none. */
const MARGIN = 0.18
const SMALLEST_MARGIN = 72
/** In type sizes: layout parts paragraphs further apart than 2.2, and lines near a table closer than 30 points belong to it. */
const GAP = 2.3
const GAP_BEFORE_TABLE = 12
const FIRST_LINE_INDENT = 2
/** By heading level, 0 = text. Layout takes larger type in the middle of the page for a title. */
const SIZES = [BODY, 18, 16, 14, 13, 13, 13]
/** Lines longer than this do not stand in the middle or at the right, whatever the page says: text does not. */
const LONGEST_ALIGNED = 45
/** Titles, markers and units before a table, and notes below it, are short and few. */
const CAPTION = 60
const CAPTIONS = 5
const NOTES = 3
/** Layout joins a line to the last one of the page before unless that one ends shorter than this (type sizes). */
const SHORT_END = 3

interface SetBlock {
  height: number
  size: number
  table: boolean
  block: FlowBlock
  startsPage?: boolean | undefined
  glyphs: Glyph[]
  rulings: Ruling[]
  /** Right ends: of its long lines, by which layout finds the margin, and of its last line. */
  longRight: number
  lastRight: number
}

/** Sets paragraphs and tables on virtual pages of one width, so that layout finds them again. */
export function paginate(blocks: FlowBlock[]): Page[] {
  const tables = new Map(blocks.map((b) => [b, b.kind === 'table' ? setTable(b) : undefined]))
  const widest = largest([...tables.values()].map((parts) => parts?.[0]?.width ?? 0))
  const width = Math.max(NARROWEST_PAGE, Math.ceil(widest) + 2 * SIDE)
  const set = blocks.flatMap((block): SetBlock[] => {
    const { startsPage } = block
    if (block.kind === 'paragraph') return [{ ...setParagraph(block, width), startsPage }]
    return (tables.get(block) as SetTable[]).map(({ height, glyphs, rulings }, part) => {
      const lines = { size: BODY, longRight: 0, lastRight: 0 }
      return { height, table: true, block, startsPage: startsPage || part > 0, glyphs, rulings, ...lines }
    })
  })
  // In print the contents end their page: without that, layout takes the heads behind them for entries.
  const contents = contentsOf(set.map((s) => s.block))
  const inContents = (i: number) => contents !== undefined && i > contents.from && i < contents.to
  const pages: SetBlock[][] = []
  let height = 0
  let right = 0
  set.forEach((block, i) => {
    const page = pages.at(-1)
    const full = height + block.height > TALL && !inContents(i)
    if (!page || block.startsPage || i === contents?.to || (full && mayBreak(set, i, right))) {
      pages.push([block])
      height = block.height
      right = block.longRight
    } else {
      page.push(block)
      height += gapBetween(set[i - 1] as SetBlock, block) + block.height
      right = Math.max(right, block.longRight)
    }
  })
  return pages.map((page, i) => place(page, i + 1, width))
}

function setParagraph(paragraph: ParagraphBlock, pageWidth: number): SetBlock {
  const size = SIZES[paragraph.heading] as number
  const room = (pageWidth - 2 * SIDE) / size
  const length = largest(paragraph.lines.map((l) => l.length))
  const aligned = length <= LONGEST_ALIGNED
  const align = !aligned ? 'left' : paragraph.heading > 0 ? 'center' : paragraph.align
  const indent = align === 'left' ? FIRST_LINE_INDENT : 0
  const lines = paragraph.lines.flatMap((line, i) => wrap(line, room, i === 0 ? indent : 0))
  let longRight = 0
  let lastRight = 0
  const glyphs = lines.flatMap((line, i) => {
    const long = widthOf(line) * size
    const free = room * size - long
    const from = align === 'center' ? free / 2 : align === 'right' ? free : i === 0 ? indent * size : 0
    lastRight = from + long
    if (line.length >= 12) longRight = Math.max(longRight, lastRight)
    return glyphsOf(line, SIDE + from, i * size * LEADING, size, paragraph.bold)
  })
  const height = (lines.length - 1) * size * LEADING + size
  return { height, size, table: false, block: paragraph, glyphs, rulings: [], longRight, lastRight }
}

const gapBetween = (above: SetBlock, below: SetBlock): number =>
  below.table && !above.table ? GAP_BEFORE_TABLE : GAP * Math.max(above.size, below.size)

/** Whether a page whose long lines end at `right` may end before a block without layout losing or inventing a connection. */
function mayBreak(set: SetBlock[], i: number, right: number): boolean {
  const before = set[i - 1] as SetBlock
  const next = set[i] as SetBlock
  // A table without a title right after the page end would go on with the table before.
  if (next.table) return false
  const captions = captionsFrom(set, i)
  if (captions > 0)
    return !isCaption(before) || before.table || captions === CAPTIONS || captionsFrom(set, i - 1) === 0
  for (let n = 1; n <= NOTES; n++) if (set[i - n]?.table) return false
  if (before.table) return true
  const first = (next.block as ParagraphBlock).lines[0] as string
  return right - before.lastRight > (SHORT_END + widestWord(first.slice(0, 20))) * before.size
}

/** How many captions stand from here to the next table; 0 where no table follows them. */
function captionsFrom(set: SetBlock[], i: number): number {
  let n = 0
  while (n < CAPTIONS && set[i + n] && isCaption(set[i + n] as SetBlock)) n++
  return set[i + n]?.table ? n : 0
}

const isCaption = ({ block }: SetBlock): boolean =>
  block.kind === 'paragraph' &&
  block.lines.join('').length <= CAPTION &&
  !block.lines.some((l) => l.includes('。'))

/** Moves the blocks of a page to their places. */
function place(blocks: SetBlock[], number: number, width: number): Page {
  let y = 0
  const tops = blocks.map((block, i) => {
    if (i > 0) y += gapBetween(blocks[i - 1] as SetBlock, block)
    const top = y
    y += block.height
    return top
  })
  const margin = Math.max(SMALLEST_MARGIN, MARGIN * y)
  const glyphs: Glyph[] = []
  const rulings: Ruling[] = []
  blocks.forEach((block, i) => {
    const down = margin + (tops[i] as number)
    const right = block.table ? SIDE : 0
    // Moved, not copied: nobody else has them, and a long table has millions.
    for (const g of block.glyphs) {
      g.page = number
      g.x0 += right
      g.x1 += right
      g.y0 += down
      g.y1 += down
      glyphs.push(g)
    }
    for (const r of block.rulings) {
      const [along, across] = r.direction === 'horizontal' ? [right, down] : [down, right]
      rulings.push({ ...r, at: r.at + across, from: r.from + along, to: r.to + along })
    }
  })
  const height = Math.ceil(y + 2 * margin)
  return { number, width, height, glyphs, rulings, pictures: [], hidden: [], method: 'text' }
}
