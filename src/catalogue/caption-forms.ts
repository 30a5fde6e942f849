// How what stands around a printed table looks: the layout asks for these forms by what they are, and knows no words.
// Texts are without spaces, unless said.

const COUNT = '[\\d一二三四五六七八九十]+'
const ISSUER = '(?:单位|部门)?(?:公开|预算|决算|财决)'
/** `表1`, `公开表一`, `表14-1`. */
const NAME_FIRST = `(?:(?:单位|部门)?(?:公开|预算|决算)?\\s*表\\s*${COUNT}(?:[-－—]\\d+)?)`
/** `公开01表`, `单位预算03表`. */
const COUNT_FIRST = `(?:${ISSUER}\\s*\\d+(?:[-－—]\\d+)?\\s*表)`

/** A line that is a table's marker alone: `表1`, `表 10`, `公开01表`, `公开表一`, `预算03表`, `附表2`, `表14-1：`. */
export const MARKER = new RegExp(`^(?:附件?)?(?:${NAME_FIRST}|${COUNT_FIRST})[:：]?$`)

/** A marker and the title behind it on one line: `表1：收支总表`, `公开09表：…支出预算表`. */
export const MARKED_TITLE = new RegExp(
  `^((?:单位|部门)?(?:公开|预算|决算)\\s*\\d+(?:[-－—]\\d+)?\\s*表|(?:公开|预算)?表\\s*${COUNT}(?:[-－—]\\d+)?)\\s*[:：、.．]?\\s*(.{3,})$`,
)

/** A marker that opens a line with spaces kept: `公开01表    单位：万元`. */
export const MARKER_AT_START =
  /^((?:公开|预算|决算)?(?:\s*\d+\s*表|\s*表\s*[一二三四五六七八九十\d]+)[一二三四五六七八九十\d]*)\s/

/** Says in what the figures are counted: `单位：万元`, `金额单位：元`, `（单位万元）`. */
export const UNIT = /单\s*位\s*[:：]|金\s*额\s*单\s*位|^[（(]?(?:单位[:：]?.{0,3}|[百千]?万|亿)?元[）)]?$/

/** Says whose figures they are: `编制部门：某某局`, `部门（单位）：某某局`. */
export const OWNER = /^(?:编制|填报|预算|公开)?(?:部门|单位)(?:名称|[（(].{1,6}[）)])?\s*[:：]/

/** Opens a note below a table: `注：`, `备注：`, `（注：`, `说明：`, `*1`. */
export const NOTE = /^(?:[(（](?=(?:注|备\s*注|说\s*明)\s*[:：]))?(?:注|备\s*注|说\s*明|\*|★|※)\s*[:：\d]?/

/** How the title of a table ends: `收支总表`, `绩效目标表（2031年度）`, `编制情况`. */
export const TITLE_END = /(?:表|明细|目录|情况|清单|统计)(?:[（(].*[）)])?$/

/** The ending that is a table's even behind a list number: `一、收支总表`, `（三）支出表（按科目）`. */
export const TABLE_END = /表(?:[（(].*[）)])?$/

/** A table's word anywhere in a short line: `表二收入总计`. */
export const TABLE_WORD = /表/

/** Points to a table instead of naming it: `具体情况如下表`, `详见下表：`. */
export const REFERENCE = /(?:[如见]|下|[如见]附)表[:：]?$/

/** Behind a title: it goes on with its table from the page before: `收支总表（续）`, `支出表—续1`. */
export const CONTINUED = /(?:[（(]\s*续\s*表?\s*[一二三四五六七八九十\d]*\s*[）)]|[-－—]+\s*续\s*\d*)$/

/** The same as a line of its own: `续表`, `（续）`, `续表1`, `表1（续）`. */
export const CONTINUED_ALONE = /^(?:表?\d{0,2}[（(]\s*续\s*表?\s*\d*\s*[）)]|续\s*表?\s*\d{0,2})$/

/** The time a table is about, as a line below its title: `（2026年度）`, `2026年`. */
export const PERIOD = /^[（(]?(?:20\d\d年度?|\d{4}|.{0,6}年.{0,6}月.{0,8})[）)]?$/
