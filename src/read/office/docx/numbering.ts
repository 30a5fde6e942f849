import type { Element } from '@xmldom/xmldom'
import { attributeOf, childOf, childrenOf, isOn, numberOf, propertyOf } from '../xml.js'
import { formatted } from './number-formats.js'

/** Which list, and how deep in it: 0 to 8. */
export interface ListPlace {
  list: string
  level: number
}

interface Level {
  start: number
  format: string
  /** `%1` stands for the number of the first level. */
  text: string
  /** What follows the number: `tab` where nothing is said. */
  suffix: string
  /** All numbers of its text as decimals. */
  decimal: boolean
  /** Begins anew after this level (counted from 1) or one above it; 0: never. Default: the level above. */
  restart: number | undefined
  style: string | undefined
}

interface List {
  /** Lists on one definition count on. */
  definition: string
  levels: Map<number, Level>
  /** Where a list begins at a number of its own. */
  starts: Map<number, number>
}

const LEVELS = 9

/** The numbers that Word puts before paragraphs: in the file they are only a list and a level. */
export class Numbering {
  private readonly lists = new Map<string, List>()
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(root: Element | undefined) {
    const definitions = new Map(
      childrenOf(root, 'abstractNum').map((d) => [attributeOf(d, 'abstractNumId') ?? '', d]),
    )
    for (const num of childrenOf(root, 'num')) {
      const definition = propertyOf(num, 'abstractNumId') ?? ''
      const levels = new Map<number, Level>()
      const starts = new Map<number, number>()
      const defined = definitions.get(definition)
      for (const lvl of childrenOf(defined && (linked(defined, definitions) ?? defined), 'lvl'))
        levels.set(levelNumber(lvl), levelOf(lvl))
      for (const change of childrenOf(num, 'lvlOverride')) {
        const lvl = childOf(change, 'lvl')
        if (lvl) levels.set(levelNumber(change), levelOf(lvl))
        const start = numberOf(change, 'startOverride')
        if (start !== undefined) starts.set(levelNumber(change), start)
      }
      this.lists.set(attributeOf(num, 'numId') ?? '', { definition, levels, starts })
    }
  }

  /** The level of a list that belongs to a style: styles often name their list alone. */
  levelOfStyle(list: string, style: string): number | undefined {
    for (const [level, { style: own }] of this.lists.get(list)?.levels ?? []) if (own === style) return level
    return undefined
  }

  /** The number of the next paragraph at a place of a list, with what follows it; empty where the list shows none. */
  next({ list: id, level }: ListPlace): string {
    const list = this.lists.get(id)
    const own = list?.levels.get(level)
    if (!list || !own) return ''
    const counts = this.counts.get(list.definition) ?? []
    this.counts.set(list.definition, counts)
    const start = list.starts.get(level)
    const first = `${id} ${level}`
    if (start !== undefined && !this.begun.has(first)) counts[level] = start
    else counts[level] = (counts[level] ?? own.start - 1) + 1
    this.begun.add(first)
    for (let below = level + 1; below < LEVELS; below++)
      if (level < (list.levels.get(below)?.restart ?? below)) counts[below] = undefined
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const { start = 1, format = 'decimal' } = list.levels.get(at) ?? {}
      // A level that no paragraph has reached yet counts as begun.
      counts[at] ??= start
      return formatted(counts[at], own.decimal && format !== 'none' ? 'decimal' : format)
    })
    const shown = own.format === 'bullet' ? '•' : text
    if (shown === '' || own.suffix === 'nothing' || /[、）)]$/.test(shown)) return shown
    return `${shown} `
  }
}

const levelNumber = (element: Element): number => Number(attributeOf(element, 'ilvl') ?? 0)

function levelOf(lvl: Element): Level {
  return {
    start: numberOf(lvl, 'start') ?? 0,
    format: formatOf(lvl),
    text: propertyOf(lvl, 'lvlText') ?? '',
    suffix: propertyOf(lvl, 'suff') ?? 'tab',
    decimal: isOn(lvl, 'isLgl') ?? false,
    restart: numberOf(lvl, 'lvlRestart'),
    style: propertyOf(lvl, 'pStyle'),
  }
}

/** Newer formats stand in an alternative, with an older one for programs that do not know them. */
const formatOf = (lvl: Element): string =>
  propertyOf(lvl, 'numFmt') ??
  propertyOf(childOf(childOf(lvl, 'AlternateContent'), 'Fallback'), 'numFmt') ??
  'decimal'

/** A definition may only point to a style of lists, whose own definition says so. */
function linked(definition: Element, all: ReadonlyMap<string, Element>): Element | undefined {
  const style = propertyOf(definition, 'numStyleLink')
  return style === undefined ? undefined : [...all.values()].find((d) => propertyOf(d, 'styleLink') === style)
}
