// One filing: the only file that knows the order of the rooms.
import { checkFiling, checkRequired, identitiesOf } from './check/index.js'
import { type ExtractedFiling, extractFiling } from './extract/index.js'
import { bytesOf } from './ingest/index.js'
import { layOut, printedLines } from './layout/index.js'
import { worded } from './locales/findings.js'
import type { Language } from './locales/index.js'
import type { Line } from './model/document.js'
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
  /** The lines as they are printed, before anybody asks which of them belong together. */
  lines(): Line[]
}

/** As `processFiling`, with the pages beside it. */
export async function reviewFiling(source: Source, options: FilingOptions = {}): Promise<ReviewedFiling> {
  const result = await read(source, options)
  const pages = 'pages' in result ? result.pages : []
  return { filing: await understood(source, result, options), pages, lines: () => printedLines(pages) }
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
