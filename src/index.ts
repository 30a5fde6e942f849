// The library: the same program without a terminal.

export { type FoundSources, findSources, type InputProblem } from './ingest/index.js'
export type {
  CheckOutcome,
  Extracted,
  Fact,
  FactKey,
  Filing,
  FilingTable,
  Finding,
  Outcome,
  Section,
} from './model/filing.js'
export type { PdfEngine } from './model/reading-choices.js'
export type { ControlLine, RosterLine } from './model/region.js'
export type { Source, SourceKind } from './model/source.js'
export { type FilingOptions, processFiling } from './pipeline.js'
export {
  filingsOf,
  type InputResult,
  type Progress,
  processAll,
  type RunOptions,
  type RunSummary,
  recheck,
  type Supplied,
} from './run/index.js'
export { type EarlierOutput, type NoBaseline, readBaseline } from './second-look/index.js'
