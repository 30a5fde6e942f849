// Takes the pages of a filing, gives them with one thing read as it is not printed.
import type { Random } from '../../../samples/generator/random.js'
import type { Document } from '../../../src/model/document.js'
import type { Glyph, Page } from '../../../src/model/page.js'
import { TABLE_DAMAGES, tablesIn, withGlyphs } from './in-tables.js'
import { WORD_DAMAGES } from './in-words.js'
import { PLACES, type Words, wordsOf } from './places.js'
import { resettled } from './settled.js'

/** One damage of a filing. */
export interface Damaged {
  page: Page
  what: string
}

const OF_WORDS = PLACES.flatMap((place) =>
  Object.entries(WORD_DAMAGES[place]).map(([name, damage]) => ({ kind: `${place}: ${name}`, place, damage })),
)

/** Every kind of damage, `place: what happens`. */
export const KINDS: readonly string[] = [...OF_WORDS.map((d) => d.kind), ...Object.keys(TABLE_DAMAGES)]

/** Damages a filing in ways that are drawn. */
export class Damager {
  private readonly words: Words[]

  constructor(
    private readonly pages: readonly Page[],
    private readonly document: Document,
  ) {
    this.words = wordsOf(document)
  }

  /** A damage of a kind at a place that is drawn; undefined where the filing holds nothing to damage so. */
  draw(kind: string, random: Random, sure: boolean): Damaged | undefined {
    const ofTable = TABLE_DAMAGES[kind]
    for (let tries = 0; tries < 50; tries++) {
      const found = ofTable ? this.inTable(ofTable, random) : this.inWords(kind, random, sure)
      if (found) return found
    }
    return undefined
  }

  private inTable(damage: (typeof TABLE_DAMAGES)[string], random: Random): Damaged | undefined {
    const tables = tablesIn(this.document)
    return tables.length > 0 ? damage(random.pick(tables), this.pages, random) : undefined
  }

  private inWords(kind: string, random: Random, sure: boolean): Damaged | undefined {
    const { place, damage } = OF_WORDS.find((d) => d.kind === kind) as (typeof OF_WORDS)[0]
    const usable = this.words.filter((w) => w.place === place)
    if (usable.length === 0) return undefined
    const { glyphs, page } = random.pick(usable)
    const read = damage(glyphs, random, sure)
    if (!read) return undefined
    return {
      page: withGlyphs(this.pages.find((p) => p.number === page) as Page, inPlaceOf(glyphs, resettled(read))),
      what: `${textOf(glyphs)} → ${textOf(read) || '(nothing)'}${sure ? '' : ', unsurely'}`,
    }
  }
}

/** All that was read stands where the first glyph stood in the page's list: order there says nothing. */
const inPlaceOf = (glyphs: readonly Glyph[], read: Glyph[]): Map<Glyph, Glyph[]> =>
  new Map(glyphs.map((g, i) => [g, i === 0 ? read : []]))

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map((g) => g.text).join('')
