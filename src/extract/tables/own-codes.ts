import { lazy } from '../../catalogue/csv.js'
import { foldName } from '../../catalogue/index.js'
import type { Table } from '../../model/document.js'
import { codedName } from '../../model/printed/code.js'
import { folded } from '../../model/printed/folded.js'
import type { CodeBook } from './code-book.js'
import { columnsOf, panelOfRows } from './columns.js'
import { matrixOf } from './matrix.js'
import { CodeReader } from './row-codes.js'
import { labelCell } from './row-label.js'

/** The function codes that a filing's own tables print beside names: the code of a name that only one code bears. */
export function ownCodesOf(tables: readonly Table[], book: CodeBook): (name: string) => string | undefined {
  const printed = lazy(() => {
    const codes = new Map<string, Set<string>>()
    for (const table of tables) {
      const matrix = matrixOf(table)
      for (const panel of panelOfRows(columnsOf(matrix))) {
        const reader = new CodeReader(matrix, panel.labels, book)
        for (let row = matrix.headerRows; row < matrix.rows; row++) {
          const { name } = labelCell(matrix, row, panel)
          const read = reader.read(row, name)
          const label = foldName(name || read.names.join(''))
          if (read.function && label !== '')
            codes.set(label, (codes.get(label) ?? new Set()).add(read.function))
        }
      }
    }
    return codes
  })
  return (name) => {
    const codes = [...(printed().get(foldName(name)) ?? [])]
    return codes.length === 1 ? codes[0] : undefined
  }
}

/** Fewer prints of a code that no classification has may be misread alike. */
const FEWEST_PRINTS = 3

/**
 * The classification with the codes of its own that a filing's tables print below national ones (`3021101-差旅费`): each
 * time with one name.
 */
export function withLocalCodes(tables: readonly Table[], book: CodeBook): CodeBook {
  const local = lazy(() => {
    const prints = new Map<string, string[]>()
    for (const { cells } of tables)
      for (const { text } of cells) {
        const coded = codedName(folded(text.text))
        if (coded && coded.name !== '')
          prints.set(coded.code, [...(prints.get(coded.code) ?? []), foldName(coded.name)])
      }
    return new Set(
      [...prints]
        .filter(([, names]) => names.length >= FEWEST_PRINTS && new Set(names).size === 1)
        .map(([code]) => code),
    )
  })
  const isNational = (code: string): boolean => book.isCode(code)
  return {
    ...book,
    isCode: (code) => isNational(code) || (isNational(code.slice(0, -2)) && local().has(code)),
  }
}
