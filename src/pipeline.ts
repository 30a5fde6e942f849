// One filing: the only file that knows the order of the rooms.
import {
  type AcrossResult,
  checkFamily,
  checkFiling,
  checkRequired,
  identitiesOf,
  type ListedUnit,
  papersOf,
  type RegionRow,
  withStatus,
} from './check/index.js'
import { type ExtractedFiling, extractFiling } from './extract/index.js'
import { bytesOf } from './ingest/index.js'
import { layOut } from './layout/index.js'
import { worded } from './locales/findings.js'
import type { Language } from './locales/index.js'
import {
  CONTRACT_VERSION,
  type Extracted,
  type Fact,
  Filing,
  type FilingStatus,
  type PageOfPaper,
} from './model/filing.js'
import type { Page } from './model/page.js'
import type { PageRange } from './model/page-range.js'
import { type OcrChoice, PDF_ENGINES, type PdfEngine } from './model/reading-choices.js'
import type { ArchiveFault, Source } from './model/source.js'
import {
  drawPageParts,
  type OcrModels,
  type PagePart,
  type Picture,
  type ReadFault,
  type ReadResult,
  readPages,
} from './read/index.js'
import { type Completeness, completenessOf } from './requirements/index.js'
import { resolveReadings } from './resolve/index.js'
import { factsOfDamage, markDamaged, markDifferences } from './verify/index.js'

/** Which status a fault of reading gives a filing. */
const STATUS_OF_FAULT: Record<ReadFault | ArchiveFault, FilingStatus> = {
  'broken-pdf': 'unreadable',
  'encrypted-pdf': 'unreadable',
  'empty-pdf': 'unreadable',
  'too-many-pages': 'failed',
  'empty-html': 'unreadable',
  'huge-html': 'failed',
  'empty-file': 'unreadable',
  'broken-office': 'unreadable',
  'empty-office': 'unreadable',
  'encrypted-office': 'unreadable',
  'huge-office': 'failed',
  'unsupported-format': 'unreadable',
  'broken-image': 'unreadable',
  'huge-image': 'unreadable',
  'ocr-off': 'unreadable',
  'not-a-paper': 'not-a-filing',
  'no-such-pages': 'failed',
  'broken-archive': 'unreadable',
  'empty-archive': 'unreadable',
  'encrypted-archive': 'unreadable',
  'archive-bomb': 'unreadable',
  'archive-too-deep': 'unreadable',
}

export {
  type AnyCheck,
  type Check,
  type ControlCase,
  checkRegion,
  EVERY_CHECK,
  Hints,
  type RegionCase,
  type RegionFiling,
  type RegionPrint,
  type RegionRow,
} from './check/index.js'
export { printedLines } from './layout/index.js'
export { type OcrChoice, PDF_ENGINES, type PdfEngine } from './model/reading-choices.js'
export { chosenOcr, type OcrModels, usableModels } from './read/index.js'

/** What decides how a filing is read: the same bytes and options give the same filing. */
export interface FilingOptions {
  /** Who reads PDFs; default: pdfium. */
  pdfEngine?: PdfEngine | undefined
  /** Reads PDFs by the other engine too and marks the figures on which they differ; default: false. */
  verify?: boolean | undefined
  /** Who recognizes scanned pages and pictures; default: auto, the best that this machine can load. */
  ocr?: OcrChoice | undefined
  /** A PDF that counts more pages is not read; default: 5,000. */
  maxPages?: number | undefined
  /** The only pages of PDFs that are read: what they are pages of is never `ok`. */
  pageRange?: PageRange | undefined
  /** Whose networks recognize them (`usableModels`); default: those that are shipped. */
  ocrModels?: OcrModels | undefined
  /** Of the sentences of findings; default: zh-CN. */
  language?: Language | undefined
  /** Called after each recognized page, which takes seconds. */
  onPage?: (() => void) | undefined
  /** What the files say that hold the other pages of the paper which the source is a page of. */
  paper?: PageOfPaper | undefined
  /** For PDFs that need one, tried one after the other; never written anywhere. */
  passwords?: readonly string[] | undefined
}

/** A filing with the pages it was read from, for a person to look at. */
export interface ReviewedFiling {
  filing: Filing
  pages: Page[]
}

/** As `processFiling`, with the pages beside it. */
export async function reviewFiling(source: Source, options: FilingOptions = {}): Promise<ReviewedFiling> {
  const result = await read(source, options)
  return {
    filing: await understood(source, result, options),
    pages: 'pages' in result ? result.pages : [],
  }
}

/** The pages of a source alone, as far as they have a text layer: nothing is recognized, nothing understood. */
export async function textPages(source: Source, options: FilingOptions = {}): Promise<Page[]> {
  const result = await read(source, { ...options, ocr: 'off' })
  return 'pages' in result ? result.pages : []
}

/** Hands out pictures of parts of a source's pages, one in memory at once. */
export const drawParts = async <P extends PagePart>(
  source: Source,
  parts: readonly P[],
  each: (part: P, picture: Picture) => Promise<void>,
  { passwords }: FilingOptions = {},
): Promise<void> =>
  source.fault || parts.length === 0
    ? undefined
    : drawPageParts(source, await bytesOf(source), parts, each, passwords)

/** Reads, understands and checks one source; expected bad news is in the filing's status, defects throw. */
export async function processFiling(source: Source, options: FilingOptions = {}): Promise<Filing> {
  return understood(source, await read(source, options), options)
}

/** Archives that give nothing are not opened again. */
type Read = ReadResult | { unreadable: ArchiveFault; detail?: never }

const read = async (
  source: Source,
  { pdfEngine, ocr, ocrModels, maxPages, pageRange, onPage, passwords }: FilingOptions,
): Promise<Read> =>
  source.fault
    ? { unreadable: source.fault }
    : readPages(source, await bytesOf(source), {
        engine: pdfEngine,
        ocr,
        ocrModels,
        maxPages,
        pageRange,
        onPage,
        passwords,
      })

async function understood(
  source: Source,
  result: Read,
  { pdfEngine = 'pdfium', verify = false, maxPages, pageRange, language, passwords, paper }: FilingOptions,
): Promise<Filing> {
  const { extracted, readings } = extract(source, result, paper)
  const ofDamage = factsOfDamage(extracted)
  if (source.kind === 'pdf' && (verify || ofDamage.size > 0)) {
    const second = await otherEngine(source, { pdfEngine, maxPages, pageRange, passwords, paper })
    if (verify) extracted.facts = markDifferences(extracted.facts, second)
    extracted.facts = markDamaged(extracted.facts, ofDamage, second)
  }
  return validated(resolveReadings(extracted, readings, identitiesOf), language)
}

/** What the engine that was not asked makes of a source; pictures are read alike whoever reads the text layer. */
async function otherEngine(
  source: Source,
  { pdfEngine, maxPages, pageRange, passwords, paper }: FilingOptions,
): Promise<Fact[]> {
  const other = PDF_ENGINES.find((e) => e !== pdfEngine)
  const result = await read(source, { pdfEngine: other, ocr: 'off', maxPages, pageRange, passwords })
  return extract(source, result, paper).extracted.facts
}

const extract = (source: Source, result: Read, paper?: PageOfPaper): ExtractedFiling =>
  'unreadable' in result
    ? {
        extracted: unread(source, STATUS_OF_FAULT[result.unreadable], messageOf(result)),
        readings: new Map(),
      }
    : extractFiling(source, layOut(result.pages), paper)

const messageOf = ({ unreadable, detail }: { unreadable: string; detail?: string }): string =>
  detail === undefined ? unreadable : `${unreadable}: ${detail}`

/** A filing of which nothing could be read; `message` is a stable code. */
export function unread(source: Source, status: FilingStatus, message: string): Extracted {
  return {
    filing_id: source.filingId,
    source: source.source,
    sha256: source.sha256,
    status,
    message,
    kind: '',
    fiscal_year: '',
    region: '',
    organization: '',
    organization_level: '',
    unit_default: '',
    pages: [],
    sections: [],
    tables: [],
    facts: [],
    numbers_printed: 0,
    numbers_unbound: 0,
    loose_numbers: [],
    text_apart: [],
  }
}

/** Checks a filing and validates it against the contract's schema; a filing that does not fit is a defect. */
export function validated(extracted: Extracted, language: Language = 'zh-CN'): Filing {
  const { facts, tables, outcomes, findings, doubts } = checkFiling(extracted)
  const checked: Filing = {
    ...extracted,
    contract_version: CONTRACT_VERSION,
    facts,
    tables,
    set_id: extracted.filing_id,
    organization_id: '',
    engine: '',
    outcomes,
    findings: findings.map((f) => worded(f, language)),
    doubts: doubts.map((d) => worded(d, language)),
    completeness: [],
    score: null,
  }
  return Filing.parse(withCompleteness(checked, completenessOf([checked]), language))
}

/**
 * What each of the files that are one filing carries of what they publish together: the answers stand in the file that
 * the set is named after, the score in each.
 */
export function completenessOfSet(files: readonly Filing[]): Map<string, Completeness> {
  const isHead = (f: Filing) => f.filing_id === f.set_id
  const together = completenessOf([...files.filter(isHead), ...files.filter((f) => !isHead(f))])
  return new Map(
    files.map((f) => [
      f.filing_id,
      isHead(f) || files.length === 1 ? together : { ...together, completeness: [] },
    ]),
  )
}

/** A filing with these answers instead of those it carries, and what the check of them says. */
export function withCompleteness(
  filing: Filing,
  published: Completeness,
  language: Language = 'zh-CN',
): Filing {
  const own = { completeness: filing.completeness, score: filing.score }
  if (JSON.stringify(own) === JSON.stringify(published)) return filing
  const whole = { ...filing, ...published }
  const { id, outcomes, findings } = checkRequired(whole)
  return {
    ...whole,
    outcomes: [...filing.outcomes.filter((o) => o.check_id !== id), ...outcomes],
    findings: [
      ...filing.findings.filter((f) => f.check_id !== id),
      ...findings.map((f) => worded(f, language)),
    ],
  }
}

/** A file of a family: what its checks need, without cells and running text, for many are in memory at once. */
export interface FamilyFile extends Filing {
  /** It prints a name from before a reform. */
  renamed: boolean
}

export const familyFile = (
  filing: Filing,
  of: Pick<FamilyFile, 'set_id' | 'organization_id' | 'renamed'>,
): FamilyFile => ({
  ...filing,
  ...of,
  loose_numbers: [],
  sections: filing.sections.map((s) => ({ ...s, text: '', lines: [] })),
  tables: filing.tables.map((t) => ({ ...t, cells: [] })),
})

/** Checks the filings of a department and its units against each other; what they find is not in words yet. */
export const checkAcross = (
  files: readonly FamilyFile[],
  units: ListedUnit[],
  levelOf: (organizationId: string) => 'department' | 'unit',
): AcrossResult => checkFamily({ papers: papersOf(files, levelOf), units }, files.flatMap(findingsAlone))

const ACROSS = new Set(['series', 'group', 'region'])

/** What a filing was checked for without any other. */
const outcomesAlone = (filing: Filing): Filing['outcomes'] =>
  filing.outcomes.filter(
    (o) => !ACROSS.has(o.scope) && o.facts.every((id) => id.startsWith(filing.filing_id)),
  )

function findingsAlone(filing: Filing): Filing['findings'] {
  const ids = new Set(outcomesAlone(filing).map((o) => o.outcome_id))
  return filing.findings.filter((f) => f.outcome_ids.every((id) => ids.has(id)))
}

/** A filing with what checks between filings say of it, instead of what they said before. */
export function withAcross(filing: Filing, { outcomes, findings, doubts, telling }: AcrossResult): Filing {
  const own = outcomesAlone(filing)
  const ids = new Set(own.map((o) => o.outcome_id))
  const ownDoubts = filing.doubts.filter((d) => d.outcome_ids.every((id) => ids.has(id)))
  const told = outcomes.filter((o) => telling.has(o.outcome_id))
  const facts = withStatus(filing, [...own, ...told], [...ownDoubts, ...doubts])
  const region = ofRegion(filing)
  return {
    ...filing,
    facts,
    outcomes: [...own, ...outcomes.filter((o) => o.filing_id === filing.filing_id), ...region.outcomes],
    findings: [
      ...findingsAlone(filing),
      ...findings.filter((f) => f.filing_id === filing.filing_id),
      ...region.findings,
    ],
    doubts: [...ownDoubts, ...doubts.filter((d) => d.filing_id === filing.filing_id)],
  }
}

/** What checks over a region say with a filing. */
export function ofRegion(filing: Filing): Pick<Filing, 'outcomes' | 'findings'> {
  const outcomes = filing.outcomes.filter((o) => o.scope === 'region')
  const ids = new Set(outcomes.map((o) => o.outcome_id))
  return { outcomes, findings: filing.findings.filter((f) => f.outcome_ids.some((id) => ids.has(id))) }
}

/** A filing with these checks over a region instead of those it carries; without any where none are given. */
export function withRegion(filing: Filing, rows: readonly RegionRow[] = []): Filing {
  const before = ofRegion(filing)
  if (before.outcomes.length === 0 && rows.length === 0) return filing
  return {
    ...filing,
    outcomes: [...filing.outcomes.filter((o) => !before.outcomes.includes(o)), ...rows.map((r) => r.outcome)],
    findings: [
      ...filing.findings.filter((f) => !before.findings.includes(f)),
      // With a filing there is a page.
      ...rows.flatMap((r) => (r.finding ? [r.finding as Filing['findings'][0]] : [])),
    ],
  }
}
