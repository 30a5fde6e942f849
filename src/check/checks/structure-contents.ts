import type { Extracted, FilingTable, Section } from '../../model/filing.js'
import { numberingOf } from '../../model/printed/list-number.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { TITLE_TESTS } from '../contents.js'
import { compact, titleOf, wordsFail, wordsHold, wordsUndecided } from '../print.js'

/** An entry of contents in running text: `三、支出决算表………12`. */
interface Entry {
  number: string
  title: string
  page: number
}

const LEADER = /[.．·…‥—\-_]{2,}.*$|[（(]?\d{1,3}[)）]?$/
/** Fewer tables listed are names of attachments. */
const FEWEST = 5
/** More that are not found tell that titles differ, not that tables are missing. */
const MOST = 2
const NO_MONEY = /^(?:contents|entities|unknown|performance-.*)$/

const LISTED = ['收入决算表', '支出决算表', '财政拨款收支总表', '基本支出决算表', '“三公”经费支出决算表']

/** What the contents in running text list is in the filing. */
export const structureContents: Check = {
  id: 'YS-STRUCTURE-CONTENTS',
  asserts: {
    zh: '目录（文字）列出的表都在文件里，各部分的标题在正文中带有同样的“第几部分”。',
    en: 'Every table that the contents list is in the filing, and the headings of parts bear the numbers that the contents print.',
  },
  basis: '目录列出而没有的表是漏放；读到的表不少于目录所列时，是标题写法不同，不判断。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '目录列有九张表，其中“三、支出决算表”文件中没有，文件里只有八张表',
  passing: paper(LISTED),
  failing: paper(LISTED.slice(1)),
  run: (filing) => {
    const entries = entriesOf(filing)
    return [...judgeTables(filing, entries), ...judgeParts(filing, entries)]
  },
}

function paper(printed: readonly string[]) {
  return {
    text_apart: LISTED.map((title, i) => ({
      page: 1,
      role: 'contents' as const,
      text: `${'一二三四五'[i]}、${title}......${i + 2}`,
    })),
    tables: printed.map((title) => ({ title, type: 'expenditure-summary' as const })),
  }
}

const entriesOf = (filing: Extracted): Entry[] =>
  filing.text_apart
    .filter((t) => t.role === 'contents')
    .map(({ text, page }) => {
      const line = compact(text).replace(LEADER, '')
      const numbering = numberingOf(line)
      return {
        number: numbering?.number ?? '',
        title: line.slice(numbering?.length ?? 0).replace(/^[:：、.．]+/, ''),
        page,
      }
    })

/** A title of all tables together names none. */
const NAMES_A_TABLE = /(?:收|支|经费|绩效|采购|资产|项目).*表(?:[（(][^（）()]*[）)])?$/

function judgeTables(filing: Extracted, entries: readonly Entry[]): Judgement[] {
  const listed = entries.filter((e) => !/部分$/.test(e.number) && NAMES_A_TABLE.test(e.title))
  if (listed.length < FEWEST) return []
  const subject = '目录所列的表'
  const { missing, unclaimed } = matched(filing, listed)
  if (missing.length === 0) return [wordsHold(subject)]
  const tables = filing.tables.filter((t) => t.type !== 'contents')
  const isRead = filing.pages.every((p) => p.doubt === '' && p.method === 'text')
  const isMentioned = missing.some((e) => filing.sections.some((s) => compact(s.text).includes(e.title)))
  const isNamed = tables.every((t) => t.title !== '' || t.type === 'entities' || t.columns < 3)
  if (missing.length > MOST || tables.every((t) => NO_MONEY.test(t.type)))
    return [wordsUndecided(subject, 'tables-elsewhere')]
  if (!isRead || !isNamed) return [wordsUndecided(subject, isRead ? 'tables-untitled' : 'pages-unread')]
  // A table without rulings is running text to us.
  if (isMentioned) return [wordsUndecided(subject, 'title-in-the-text')]
  // A table that no entry names: its title is worded otherwise.
  if (unclaimed.some((t) => !NO_MONEY.test(t.type))) return [wordsUndecided(subject, 'titles-differ')]
  return missing.map(({ number, title, page }) =>
    wordsFail(
      `${number}${title}`,
      { page, bbox: '0.0 0.0 0.0 0.0', place: '目录', evidence: `${number}${title}` },
      said('structure-contents.table', {
        title,
        listed: listed.length,
        printed: listed.length - missing.length,
      }),
    ),
  )
}

/** Each table is one entry's, those of the same title first; what is left over on both sides. */
function matched(
  filing: Extracted,
  listed: readonly Entry[],
): { missing: Entry[]; unclaimed: FilingTable[] } {
  const own = (title: string) =>
    compact(title)
      .replace(filing.organization, '')
      .replace(/^(?:20\d{2}年度?)?(?:部门|单位)(?=.{5})/, '')
  const tables = new Set(filing.tables.filter((t) => t.type !== 'contents'))
  const open = new Set(listed)
  for (const isSame of TITLE_TESTS)
    for (const entry of open) {
      const found = [...tables].filter((t) => t.title !== '' && isSame(own(t.title), own(entry.title)))
      if (found.length === 0) continue
      for (const table of found.filter((t) => t.title === found[0]?.title)) tables.delete(table)
      open.delete(entry)
    }
  // A title may have been read as a heading or a caption.
  const others = [
    ...filing.sections.map((s) => s.title),
    ...filing.text_apart.filter((t) => t.role !== 'contents').map((t) => t.text),
  ].map(own)
  const stands = (title: string) => others.some((t) => t.includes(title) && t.length < title.length + AROUND)
  return { missing: [...open].filter((e) => !stands(own(e.title))), unclaimed: [...tables] }
}

/** Characters that a caption has beside the title: number, unit. */
const AROUND = 6

/** Parts whose heading the text prints without its number. */
function judgeParts(filing: Extracted, entries: readonly Entry[]): Judgement[] {
  const parts = entries.filter((e) => /^第.+部分$/.test(e.number) && e.title.length > 3)
  const bare = parts.flatMap((part): [Entry, Section][] => {
    if (filing.sections.some((s) => compact(s.number) === part.number)) return []
    const section = filing.sections.find((s) => s.number === '' && compact(s.title) === part.title)
    return section ? [[part, section]] : []
  })
  // Where no part bears its number the places of headings are others.
  if (parts.length === 0 || bare.length === parts.length) return []
  if (bare.length === 0) return [wordsHold('各部分的标题')]
  return bare.map(([{ number, title }, section]) =>
    wordsFail(
      `${number} ${title}`,
      { page: section.page, bbox: section.bbox, place: titleOf(section), evidence: section.title },
      said('structure-contents.part', { number, title }),
      { severity: 'warning' },
    ),
  )
}
