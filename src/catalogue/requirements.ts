import {
  type FilingKind,
  FilingKind as Kinds,
  type OrganizationLevel,
  SectionType,
  type Severity,
  TableType,
} from '../model/filing.js'
import { folded } from '../model/printed/folded.js'
import { concepts } from './concepts.js'
import { lazy, readData } from './csv.js'

/** Words of which one is enough; each is one or several that stand together, `!a` is one that may not. */
export type Words = readonly (readonly string[])[]

/** How it is decided whether something is published: a closed vocabulary, each with its arguments. */
export type Way =
  /** A table of one of these kinds. */
  | { kind: 'table'; types: readonly TableType[] }
  /** The same, with something in its body. */
  | { kind: 'filled'; types: readonly TableType[] }
  /** Words in the title of a table, or in a heading. */
  | { kind: 'title' | 'heading'; words: Words }
  /** A section of one of these kinds, with something under its heading. */
  | { kind: 'section'; types: readonly SectionType[] }
  /** A printed figure of each of these; of `a|b` one is enough. */
  | { kind: 'facts'; concepts: readonly (readonly string[])[] }
  /** The same, and none of them zero. */
  | { kind: 'some'; concepts: readonly (readonly string[])[] }
  /** The parts that are printed add up to the whole. */
  | { kind: 'parts'; whole: string; parts: readonly string[] }
  /** Words in one sentence of sections of these kinds; of all text where no kind is named. */
  | { kind: 'words'; types: readonly SectionType[]; words: Words }
  /** Words in one cell of tables of these kinds, of all where none is named; those joined by `&` in cells of one table. */
  | { kind: 'cells'; types: readonly TableType[]; words: Words; together: boolean }
  /** A change of the subject, and why; the subject is treasury money and counts where that is nearly all of `of`. */
  | { kind: 'reason'; types: readonly SectionType[]; words: Words; of?: string }
  /** A sentence that there is none of it. */
  | { kind: 'none'; words: Words }
  /** A code of so many digits in a table of these kinds, or with an amount in a sentence. */
  | { kind: 'digits'; of: 'function' | 'economy'; digits: number; types: readonly TableType[] }
  /** Every table without figures is said to be empty. */
  | { kind: 'explained-empty' }
  /** A date of publication. */
  | { kind: 'published' }

/** When a requirement does not apply to a filing that does not meet it. */
export type Exception =
  | Extract<Way, { kind: 'none' | 'words' }>
  /** All printed figures of these are zero. */
  | { kind: 'zero'; concepts: readonly string[] }
  /** A school or a hospital: it publishes by rules of its own. */
  | { kind: 'institution' }
  | { kind: 'no-empty-table' }

/** One row of requirements.csv: something that a filing has to publish. */
export interface Requirement {
  id: string
  what: { zh: string; en: string }
  kinds: readonly FilingKind[]
  /** First and last fiscal year; open where undefined. */
  years: { from?: number; to?: number }
  /** Only for departments or for units; empty for both. */
  level: OrganizationLevel
  how: readonly Way[]
  unless: readonly Exception[]
  /** In the score; 0 for what is asked by some and not by the law. */
  weight: number
  /** Of the finding where it is missing; empty where it makes none. */
  severity: Severity | ''
  basis: string
}

export const requirements = lazy<readonly Requirement[]>(() => requirementsOf(readData('requirements.csv')))

/** Throws at a row that does not say what has to be published, or says it in words that the vocabulary has not. */
export function requirementsOf(rows: readonly Record<string, string>[]): Requirement[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const id = row.id ?? ''
    const bad = (why: string): never => {
      throw new Error(`requirements.csv: ${id || '(no id)'}: ${why}`)
    }
    if (!/^[a-z]+(?:-[a-z]+)*$/.test(id)) bad('no id in words and hyphens')
    if (seen.has(id)) bad('stands twice')
    seen.add(id)
    const text = (column: string): string => row[column] || bad(`no ${column}`)
    const year = (column: string): number | undefined => {
      const value = row[column] ?? ''
      if (value !== '' && !/^\d{4}$/.test(value)) bad(`${column} is no year`)
      return value === '' ? undefined : Number(value)
    }
    const kinds = text('kinds').split(' ') as FilingKind[]
    for (const kind of kinds) if (kind === '' || !Kinds.options.includes(kind)) bad(`no kind ${kind}`)
    const level = (row.level ?? '') as OrganizationLevel
    if (!['', 'department', 'unit'].includes(level)) bad(`no level ${level}`)
    const severity = (row.severity ?? '') as Requirement['severity']
    if (!['', 'warning', 'info'].includes(severity)) bad(`no severity ${severity}`)
    const weight = Number(row.weight)
    if (row.weight === '' || !(weight >= 0 && weight <= 10)) bad('no weight of 0 to 10')
    const from = year('from_year')
    const to = year('to_year')
    if (from && to && from > to) bad('ends before it begins')
    const alternatives = (cell: string) => cell.split(' or ').map((way) => way.trim().split(' '))
    return {
      id,
      what: { zh: text('what_zh'), en: text('what_en') },
      kinds,
      years: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
      level,
      how: alternatives(text('how')).map((words) => wayOf(words, bad)),
      unless: row.unless ? alternatives(row.unless).map((words) => exceptionOf(words, bad)) : [],
      weight,
      severity,
      basis: text('basis'),
    }
  })
}

type Bad = (why: string) => never

function wayOf([kind = '', ...args]: string[], bad: Bad): Way {
  const [first = '', second = ''] = args
  switch (kind) {
    case 'table':
    case 'filled':
      return { kind, types: tableTypes(args, bad) }
    case 'title':
    case 'heading':
    case 'none':
      return { kind, words: wordsOf(first, bad) }
    case 'section':
      return { kind, types: sectionTypes(args, bad) }
    case 'facts':
    case 'some':
      return { kind, concepts: known(args, bad).map((arg) => arg.split('|')) }
    case 'parts':
      return { kind, whole: first, parts: known(args, bad).slice(1) }
    case 'words':
    case 'reason': {
      const types = first === 'all' ? [] : sectionTypes(first.split('|'), bad)
      const words = wordsOf(second, bad)
      const [of] = args.length > 2 ? known(args.slice(2), bad) : []
      if (of === undefined) return { kind, types, words }
      return kind === 'reason' ? { kind, types, words, of } : bad('words are of no figure')
    }
    case 'cells':
      return {
        kind,
        types: first === 'all' ? [] : tableTypes(first.split('|'), bad),
        words: wordsOf(second.replaceAll('&', '+'), bad),
        together: second.includes('&'),
      }
    case 'digits':
      if (first !== 'function' && first !== 'economy') return bad(`no classification ${first}`)
      if (!/^[357]$/.test(second)) return bad(`no code has ${second} digits`)
      return { kind, of: first, digits: Number(second), types: tableTypes(args.slice(2), bad) }
    case 'explained-empty':
    case 'published':
      return args.length > 0 ? bad(`${kind} takes nothing`) : { kind }
    default:
      return bad(`no way to decide ${kind}`)
  }
}

function exceptionOf([kind = '', ...args]: string[], bad: Bad): Exception {
  switch (kind) {
    case 'zero':
      return { kind, concepts: known(args, bad) }
    case 'institution':
    case 'no-empty-table':
      return args.length > 0 ? bad(`${kind} takes nothing`) : { kind }
    case 'none':
    case 'words':
      return wayOf([kind, ...args], bad) as Exception
    default:
      return bad(`no exception ${kind}`)
  }
}

function tableTypes(names: readonly string[], bad: Bad): TableType[] {
  for (const name of names) if (!TableType.safeParse(name).success) bad(`no kind of table ${name}`)
  return names.length > 0 ? (names as TableType[]) : bad('no kind of table')
}

function sectionTypes(names: readonly string[], bad: Bad): SectionType[] {
  for (const name of names) if (!SectionType.safeParse(name).success) bad(`no kind of section ${name}`)
  return names.length > 0 ? (names as SectionType[]) : bad('no kind of section')
}

function known(names: readonly string[], bad: Bad): string[] {
  for (const name of names.flatMap((n) => n.split('|'))) if (!concepts().has(name)) bad(`no concept ${name}`)
  return names.length > 0 ? [...names] : bad('no concept')
}

/** `a+b|c+!d`: a and b together, or c without d; folded as the print is when it is compared. */
function wordsOf(cell: string, bad: Bad): Words {
  const words = cell.split('|').map((one) => one.split('+').map(folded))
  return words.flat().some((word) => word === '' || word === '!') ? bad('a word is empty') : words
}
