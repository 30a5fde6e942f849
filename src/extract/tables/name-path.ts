import { numberingOf } from '../../model/printed/list-number.js'
import type { CodeBook } from './code-book.js'
import { labelOf } from './words.js'

type Classification = 'function' | 'economy' | 'government'

/** A name that leads down to others; of one that no classification has, the code is unknown and all below it. */
interface Step {
  indent: number
  code: string | undefined
}

/**
 * Codes of rows that print names only. The depth comes from list numbers and indentation, the code from the name
 * below the code of the row above it: the same name stands under several parents.
 */
export class NamePath {
  private path: Step[] = []

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
      const parent = shallower[depth - 1] as Step
      if (parent.code === undefined) break
      const below = this.below(parent.code, label.name)
      if (below) {
        this.path = [...shallower.slice(0, depth), { indent, code: below }]
        return below
      }
    }
    if (top) return this.open(top, indent)
    // No indentation at all: below the class or section that was printed last.
    let isBehindUnknown = false
    for (const parent of [...this.path].reverse()) {
      if (parent.code === undefined) {
        if (shallower.includes(parent)) break
        isBehindUnknown = true
        continue
      }
      const below = this.below(parent.code, label.name)
      // Behind an unknown name, which may be a class of its own, only a name that stands nowhere else.
      if (below && (!isBehindUnknown || this.isSingle(label.name, below))) {
        this.path = [...this.path.slice(0, this.path.indexOf(parent) + 1), { indent, code: below }]
        return below
      }
    }
    this.path = [
      ...this.path.filter((p) => p.code !== undefined || p.indent < indent),
      { indent, code: undefined },
    ]
    return undefined
  }

  private below(parent: string, name: string): string | undefined {
    const level = (parent.length + 2) as 5 | 7
    return level <= 7 ? this.find(name, { parent, level }) : undefined
  }

  private open(code: string, indent: number): string {
    this.path = [{ indent, code }]
    return code
  }

  private isSingle(name: string, code: string): boolean {
    const all = this.all(name, { level: code.length as 5 | 7 })
    return all.length === 1 && all[0] === code
  }

  private find(name: string, options: { parent?: string; level?: 3 | 5 | 7 }): string | undefined {
    return this.all(name, options)[0]
  }

  private all(name: string, options: { parent?: string; level?: 3 | 5 | 7 }): string[] {
    const find =
      this.classification === 'function'
        ? this.codes.functionCodes
        : this.classification === 'economy'
          ? this.codes.economyCodes
          : this.codes.governmentCodes
    return find(name, { ...options, beginning: options.level === 3 })
  }
}
