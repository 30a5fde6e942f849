import type { Document } from '../model/document.js'
import type { FilingKind, FilingMetadata } from '../model/filing.js'
import { type FilingDecision, isFiling } from './filing-or-not.js'
import { isYearDoubtful, yearFromBody } from './fiscal-year.js'
import { compact, type FrontTitle, readFrontPage } from './front-page.js'
import { findOrganization, levelOf, levelTold, regionFor } from './organization.js'
import { yearOfTargets } from './target-annex.js'

/** Who, what and when a document is about (empty where it does not say), and whether it is a filing at all. */
export interface ReadMetadata extends FilingDecision {
  /** `unit_default` is told by the money tables and left out here. */
  metadata: Omit<FilingMetadata, 'unit_default'>
  /** The year was read from a picture, and nothing else bears it out. */
  yearDoubtful: boolean
  /** The level is that of the name or the title. */
  levelTold: boolean
  /** The title names a paper of this kind and its year. */
  isTitled: boolean
}

/** Reads kind, fiscal year, organization, level and region from what is printed; never from a file's name. */
export function readMetadata(document: Document): ReadMetadata {
  const { title, labelled } = readFrontPage(document)
  const kind = kindOf(document, title)
  const ofTitle = title.kind ? title.year : ''
  const fiscal_year = ofTitle || yearFromBody(document) || title.year || yearOfTargets(document)
  const organization = findOrganization(document, title, labelled)
  const decision = isFiling(document, { title, year: fiscal_year, kind, organization })
  return {
    metadata: {
      kind: decision.reason === 'target-annex' ? 'budget' : kind,
      fiscal_year,
      region: regionFor(document, organization, title),
      organization,
      organization_level: levelOf(document, organization, title, labelled),
    },
    levelTold: levelTold(organization, title) !== '',
    isTitled: title.kind !== '' && title.year !== '' && title.edition !== '',
    yearDoubtful: isYearDoubtful(document, fiscal_year, ofTitle !== ''),
    ...decision,
  }
}

/** By the title; else by the titles of tables and sections: a budget has none that say 决算, a final account many. */
function kindOf(document: Document, title: FrontTitle): FilingKind {
  if (title.kind) return title.kind
  let budget = 0
  let final = 0
  for (const block of document.blocks) {
    const text = block.kind === 'table' ? block.title : block.kind === 'heading' ? block.title.text : ''
    const head = compact(text)
    if (/决算/.test(head)) final++
    else if (/预算/.test(head)) budget++
  }
  return final > budget ? 'final' : budget > 0 ? 'budget' : ''
}
