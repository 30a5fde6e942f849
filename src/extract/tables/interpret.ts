import type { Table } from '../../model/document.js'
import type { FilingKind } from '../../model/filing.js'
import { folded } from '../../model/printed/folded.js'
import { kindOfTitle } from '../aspects/economy-heads.js'
import type { TableMeaning } from '../aspects/table-kind.js'
import type { Passed } from '../number-account.js'
import { basisOf, type Defaults } from './bind.js'
import type { CodeBook } from './code-book.js'
import { readRows } from './code-rows.js'
import { columnsOf, panelOfRows, panelsOf } from './columns.js'
import type { TableFigure } from './figure.js'
import { isPairOfLists, readList } from './list-panel.js'
import { matrixOf } from './matrix.js'
import { passedByPlace } from './passed.js'
import { type ToldByContent, toldByContent, WHOLE } from './told-by-content.js'
import { withDoubtfulYears } from './year-heads.js'

export interface TableContext {
  meaning: TableMeaning
  kind: FilingKind
  fiscalYear: string
  codes: CodeBook
  /** The code of a name in the filing's own tables; undefined where none or several bear it. */
  ownCodes: (name: string) => string | undefined
}

/** What a table says: figures with their meaning, and the numbers that are understood to be none. */
export interface Interpretation {
  figures: TableFigure[]
  passed: Passed[]
}

/** Binds every printed number of a money table that its title, column and row explain together. */
export function interpretTable(
  table: Table,
  { meaning, kind, fiscalYear, codes, ownCodes }: TableContext,
): Interpretation {
  const matrix = matrixOf(table)
  const columns = withDoubtfulYears(columnsOf(matrix), matrix, fiscalYear)
  const ofTitle = kindOfTitle(folded(table.title), codes, meaning.aspects.classification)
  // The name of a kind of spending is understood, though the lexicon has it not.
  const told = meaning.unread && !ofTitle ? toldByContent(matrix, columns, meaning) : WHOLE
  const defaults = defaultsOf(meaning, told, kind, fiscalYear)
  const panels = panelsOf(columns)
  const passed = passedByPlace(matrix, columns)
  if (!told.side) return { figures: [], passed }
  const isSummary = meaning.type === 'income-expenditure-summary' || meaning.type === 'fiscal-summary'
  const read =
    isSummary || isPairOfLists(panels, columns)
      ? panels.flatMap((panel) => readList(matrix, panel, columns, defaults, codes, passed))
      : panelOfRows(columns).flatMap((panel) =>
          readRows(matrix, panel, { table: meaning, defaults, codes, ownCodes, passed, kind: ofTitle }),
        )
  if (meaning.type !== 'carry-over') return { figures: read, passed }
  const figures = withoutProjects(read)
  for (const f of read) if (!figures.includes(f)) passed.push({ text: f.cell.text, reason: 'listed' })
  return { figures, passed }
}

/** Carried-over money is listed project by project: rows of the same key are projects, none of them is the whole. */
function withoutProjects(figures: TableFigure[]): TableFigure[] {
  const id = (f: TableFigure) => Object.values(f.key).join('|')
  const counts = new Map<string, number>()
  for (const f of figures) counts.set(id(f), (counts.get(id(f)) ?? 0) + 1)
  return figures.filter((f) => counts.get(id(f)) === 1)
}

function defaultsOf(
  { type, aspects, titled, unread }: TableMeaning,
  told: ToldByContent,
  kind: FilingKind,
  year: string,
): Defaults {
  const ofType = type === 'carry-over' ? 'project' : /basic/.test(type) ? 'basic' : undefined
  const nature = aspects.nature ?? ofType ?? (told.allNatures ? '' : undefined)
  const fund = aspects.fund ?? (titled && told.allMoney ? 'all' : undefined)
  const base = { nature, basis: basisOf(kind), year, fund } as const
  if (type === 'operating-cost' || type === 'procurement' || type === 'three-public')
    return { ...base, concept: type, fund: aspects.fund ?? (unread ? undefined : '') }
  return { ...base, concept: type === 'income-summary' ? 'revenue' : 'expenditure' }
}
