import { numberingOf } from '../../model/printed/list-number.js'
import type { CodeBook } from './code-book.js'
import { labelOf } from './words.js'

type Classification = 'function' | 'economy' | 'government'

/**
 * Codes of rows that print names only. The depth comes from list numbers and indentation, the code from the name
 * below the code of the row above it: the same name stands under several parents.
 */
export class NamePath {
  private path: { indent: number; code: string }[] = []

  constructor(
    private readonly codes: CodeBook,
    readonly classification: Classification,
  ) {}

  /** The code of a row, or undefined where its name is in no classification. */
  read(text: string, indent: number): string | undefined {
    const label = labelOf(text)
    if (label.name === '') return undefined
    const top = this.find(label.name, { level: 3 })
    // A list number of the top series marks a class; an indented name is one only if nothing else fits.
    if (numberingOf(label.number)?.style === 'han' && top) return this.open(top, indent)
    const shallower = this.path.filter((p) => p.indent < indent - 2)
    for (let depth = shallower.length; depth > 0; depth--) {
      const parent = shallower[depth - 1] as { indent: number; code: string }
      const level = (parent.code.length + 2) as 5 | 7
      const below = level <= 7 ? this.find(label.name, { parent: parent.code, level }) : undefined
      if (below) {
        this.path = shallower.slice(0, depth)
        this.path.push({ indent, code: below })
        return below
      }
    }
    if (top) return this.open(top, indent)
    // No indentation at all: below the class or section that was printed last.
    for (const parent of [...this.path].reverse()) {
      const level = (parent.code.length + 2) as 5 | 7
      const below = level <= 7 ? this.find(label.name, { parent: parent.code, level }) : undefined
      if (below) {
        this.path = this.path.slice(0, this.path.indexOf(parent) + 1)
        this.path.push({ indent, code: below })
        return below
      }
    }
    return undefined
  }

  private open(code: string, indent: number): string {
    this.path = [{ indent, code }]
    return code
  }

  private find(name: string, options: { parent?: string; level?: 3 | 5 | 7 }): string | undefined {
    const find =
      this.classification === 'function'
        ? this.codes.functionCodes
        : this.classification === 'economy'
          ? this.codes.economyCodes
          : this.codes.governmentCodes
    return find(name, { ...options, beginning: options.level === 3 })[0]
  }
}
