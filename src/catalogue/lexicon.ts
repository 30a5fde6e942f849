import type { Aspects } from '../model/aspects.js'
import { lazy, readData } from './csv.js'

/** Where a word may stand. */
export const PLACES = ['title', 'heading', 'head', 'row', 'prose'] as const
export type Place = (typeof PLACES)[number]

/** One row of lexicon.csv. */
export interface LexiconRow {
  /** Folded words: `[x]` may be missing, of `{a|b}` one stands. */
  words: string
  at: Place[]
  sets: Aspects
  /** A printed text in which the word stands and that is understood as a whole. */
  example: string
}

/** A word found in a text. */
export interface FoundWord {
  start: number
  end: number
  sets: Aspects
}

export interface Reading {
  words: FoundWord[]
  /** The characters that no word covers, in order; empty where all is understood. */
  rest: string
}

export interface Lexicon {
  rows: LexiconRow[]
  /** Cuts a folded text into known words: as many characters as can be covered, by as few words as can be. */
  read(text: string, place: Place): Reading
  /** What a text means of which the cell shows the beginning or the end only; undefined where words differ. */
  cutOff(text: string, place: Place): Aspects | undefined
}

/** Shorter pieces are parts of too many words. */
const SHORTEST_PIECE = 4

/** The words of the catalogue. */
export const lexicon = lazy(() => lexiconOf(readData('lexicon.csv').map(rowOf)))

/** Throws where two rows give one word in one place different meanings: the order of rows never decides. */
export function lexiconOf(rows: LexiconRow[]): Lexicon {
  const known = Object.fromEntries(PLACES.map((place) => [place, new Map<string, Aspects>()])) as Record<
    Place,
    Map<string, Aspects>
  >
  for (const row of rows)
    for (const word of expanded(row.words))
      for (const place of row.at) {
        const before = known[place].get(word)
        if (before && JSON.stringify(before) !== JSON.stringify(row.sets))
          throw new Error(`lexicon.csv: ${word} at ${place} has two meanings, the second in ${row.words}`)
        known[place].set(word, row.sets)
      }
  const lengths = Object.fromEntries(
    PLACES.map((place) => [place, lengthsOf(known[place].keys())]),
  ) as Record<Place, ReadonlyMap<string, number[]>>
  const pieces = Object.fromEntries(
    PLACES.map((place) => [place, lazy(() => piecesOf(known[place]))]),
  ) as Record<Place, () => ReadonlyMap<string, Aspects | undefined>>
  return {
    rows,
    read: (text, place) => cut(text, known[place], lengths[place]),
    cutOff: (text, place) => (text.length < SHORTEST_PIECE ? undefined : pieces[place]().get(text)),
  }
}

/** How long the words are that end with a character, the longest first: no other stretch of a text needs looking up. */
function lengthsOf(words: Iterable<string>): ReadonlyMap<string, number[]> {
  const lengths = new Map<string, Set<number>>()
  for (const word of words) {
    const last = word.at(-1) as string
    lengths.set(last, (lengths.get(last) ?? new Set()).add(word.length))
  }
  return new Map([...lengths].map(([last, of]) => [last, [...of].sort((a, b) => b - a)]))
}

/** Every beginning and end of a word; undefined where words that have it in common differ. */
function piecesOf(known: ReadonlyMap<string, Aspects>): ReadonlyMap<string, Aspects | undefined> {
  const pieces = new Map<string, Aspects | undefined>()
  const add = (piece: string, sets: Aspects) => {
    const before = pieces.get(piece)
    const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(sets)
    pieces.set(piece, isSame || !pieces.has(piece) ? sets : undefined)
  }
  for (const [word, sets] of known)
    for (let length = SHORTEST_PIECE; length <= word.length; length++) {
      add(word.slice(0, length), sets)
      if (length < word.length) add(word.slice(-length), sets)
    }
  return pieces
}

/** The best cut of a text's first i characters. */
interface Cut {
  covered: number
  words: FoundWord[]
}

function cut(
  text: string,
  known: ReadonlyMap<string, Aspects>,
  lengths: ReadonlyMap<string, readonly number[]>,
): Reading {
  const best: Cut[] = [{ covered: 0, words: [] }]
  for (let end = 1; end <= text.length; end++) {
    // The character is left over, unless a word that ends here does better.
    let chosen = best[end - 1] as Cut
    for (const length of lengths.get(text[end - 1] as string) ?? []) {
      const start = end - length
      if (start < 0) continue
      const sets = known.get(text.slice(start, end))
      if (!sets) continue
      const before = best[start] as Cut
      const covered = before.covered + end - start
      if (
        covered > chosen.covered ||
        (covered === chosen.covered && before.words.length + 1 < chosen.words.length)
      )
        chosen = { covered, words: [...before.words, { start, end, sets }] }
    }
    best.push(chosen)
  }
  const { words } = best[text.length] as Cut
  let rest = ''
  let at = 0
  for (const word of words) {
    rest += text.slice(at, word.start)
    at = word.end
  }
  return { words, rest: rest + text.slice(at) }
}

/** All literal words of a pattern. */
export function expanded(pattern: string): string[] {
  const part = /\[([^\]]*)\]|\{([^}]*)\}/.exec(pattern)
  if (!part) return [pattern]
  const choices = part[2] !== undefined ? part[2].split('|') : ['', ...(part[1] as string).split('|')]
  const before = pattern.slice(0, part.index)
  return expanded(pattern.slice(part.index + part[0].length)).flatMap((after) =>
    choices.map((choice) => before + choice + after),
  )
}

function rowOf(row: Record<string, string>): LexiconRow {
  const words = row.words ?? ''
  const at = (row.at ?? '').split(' ') as Place[]
  if (words === '' || !row.example || at.some((place) => !PLACES.includes(place)))
    throw new Error(`lexicon.csv: ${words} needs a place and an example`)
  return { words, at, sets: aspectsOf(row.sets ?? '', words), example: row.example }
}

/** `concept=revenue.other fund=general` as aspects. */
function aspectsOf(sets: string, words: string): Aspects {
  const aspects: Aspects = {}
  for (const pair of sets.split(' ')) {
    const [name = '', value = ''] = pair.split('=')
    const set = SETTERS[name]
    if (!set || value === '') throw new Error(`lexicon.csv: ${words} sets ${pair}`)
    set(aspects, value)
  }
  return aspects
}

const SETTERS: Record<string, (aspects: Aspects, value: string) => void> = {
  side: (a, v) => Object.assign(a, { side: v }),
  concept: (a, v) => Object.assign(a, { concept: v }),
  fund: (a, v) => Object.assign(a, { fund: v }),
  nature: (a, v) => Object.assign(a, { nature: v }),
  basis: (a, v) => Object.assign(a, { basis: v }),
  measure: (a, v) => Object.assign(a, { measure: v }),
  year: (a, v) => Object.assign(a, { yearOffset: Number(v) }),
  span: (a, v) => Object.assign(a, v === 'announced' ? { announced: true } : { ofTheYear: true }),
  total: (a, v) => Object.assign(a, { total: v }),
  carry: (a, v) => Object.assign(a, { carry: v }),
  umbrella: (a) => Object.assign(a, { umbrella: true }),
  none: (a) => Object.assign(a, { none: true }),
  role: (a, v) => Object.assign(a, { role: v }),
  classification: (a, v) => Object.assign(a, { classification: v }),
  kind: (a, v) => {
    const [kind, weight] = v.split(':')
    a.kinds = { [kind as string]: Number(weight) }
  },
  section: (a, v) => {
    const [type, weight] = v.split(':')
    a.sections = { [type as string]: Number(weight) }
  },
  // Says nothing, but is understood.
  plain: () => {},
}
