// What the layout of tables measures by: lengths in points unless said, each with its cause.
// Those of running text stand with it.

// --- rulings and grids

/** Lines closer than this are one printed line (double strokes, cell borders drawn twice); rows are taller. */
export const ONE_LINE = 2
/** Lines that end this far from each other still meet: office suites leave gaps of a stroke's width. */
export const MEET = 3
/** Share of a cell's side that has to be drawn for it to be a border. */
export const DRAWN = 0.55
/** Share of a loose vertical's length that has to stand beside a grid. */
export const BESIDE_GRID = 0.8
/** Sides that run on this far past the last line across hold a row left open there: the lowest type is as high. */
export const OPEN_ROW = 6

// --- cells

/** Glyphs closer than this share of their size belong to one printed word or number. */
export const CELL_WORD_GAP = 0.3
/** Type smaller than this share of the largest in its cell is a stray; raised signs are larger. */
export const STRAY = 0.5
/** A character more than this many times as wide as high is drawn out of shape: even a dash is two at most. */
export const STRETCHED = 3
/** A line that fills less of its cell than this was not wrapped. */
export const WRAPPED_LINE = 0.6
/** What word processors leave free at both sides of a cell: 0.19 cm. */
export const CELL_MARGIN = 5.4
/** A glyph whose middle is this near to a grid belongs to it: text overflows its border a little. */
export const OVERFLOW = 1
/** Lines this near above a grid's edge count as above it: type hangs over its ruling. */
export const OVERHANG = 3

// --- diagrams

/** Fewer marks on an axis do not tell a scale from figures that happen to stand there. */
export const FEWEST_MARKS = 3
/** A mark stands at the middle of its line: this share of its type's height off at most. */
export const AT_LINE = 0.4
/** Bars without frame and scale: less than this share of each outer edge but the lowest is drawn. */
export const EDGE_DRAWN = 0.5
/** Labels of an axis stand this near below and above the lines (type heights). */
export const LABELS = 2

// --- captions

/** A title is a short line (characters). */
export const LONGEST_TITLE = 60
/** Fewer characters are the tail of a title whose upper line stands above. */
export const SHORTEST_TITLE = 4
/** Lines above a grid further away than this do not belong to it. */
export const CAPTION_REACH = 90
/** How many lines above a grid are looked at: marker, title in two lines, organization, unit, period. */
export const CAPTION_LINES = 7
/** A short line nearer than this to what stands below it goes with a caption: status, code of the office. */
export const REMARK_REACH = 30
/** The lines of one title stand closer than this (type heights), and a tail that is no title alone twice as far at most. */
export const TITLE_PITCH = 1.2
/** A full line of a note ends this near to the right edge of its grid, or past it (type heights). */
export const NOTE_MARGIN = 3
/** … and differ less than this share in size. */
export const TITLE_SIZE = 0.15
/** A line was broken for want of room if less than this is left of the width below it (type heights). */
export const ROOM_LEFT = 4
/** Share of the page's height in which spreadsheets print the name of a sheet. */
export const SHEET_NAME_ZONE = 0.09

// --- tables over pages

/** Pages are compared as if all were this wide (A4 landscape): some files print one table on several page sizes. */
export const COMMON_WIDTH = 842
/** Column edges of two pages agree within this, after scaling to the same page width. */
export const SAME_EDGE = 4
/** A table that stands further left or right on the next page is another one. */
export const LARGEST_SHIFT = 20

// --- tables without rulings

/** Words of one column are set closer than this (type heights); justified Han text stays below. */
export const COLUMN_GAP = 0.9
/** Text this much wider than high reads as a sentence, not as a cell (characters). */
export const LONGEST_CELL = 34
/** Rows further apart than this many type heights belong to different tables. */
export const LARGEST_PITCH = 3.2
/** A line nearer than this share of the usual distance is the second half of a wrapped cell. */
export const WRAPPED_PITCH = 0.75
/** Ends of pieces of one column lie on one line within this distance. */
export const LEVEL = 3
/** What a column without a head, or a head without a column, costs against a distance between them. */
export const LONE = 40
/** Lines of one head are set closer than this (type heights). */
export const HEAD_LINE = 0.75
/** Fewer rows with figures than this are no table. */
export const FEWEST_ROWS = 3
/** Header lines above the first row of figures. */
export const DEEPEST_HEADER = 6
