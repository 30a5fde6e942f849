/** What the first bytes of an input say it is; of a ZIP, what stands in it. */
export type SourceKind =
  | 'pdf'
  | 'html'
  | 'image'
  | 'docx'
  | 'xlsx'
  | 'compound' // what Office wrote before 2007: doc, xls, ppt
  | 'office' // presentations, OpenDocument
  | 'ofd'
  | 'rar'
  | '7z'
  | 'archive'
  | 'text'
  | 'empty'
  | 'unknown'

/**
 * Why nothing of an archive is read: its list of contents is damaged · it has none · all is locked · it unpacks to more
 * than it may · it stands too deep in others.
 */
export type ArchiveFault =
  | 'broken-archive'
  | 'empty-archive'
  | 'encrypted-archive'
  | 'archive-bomb'
  | 'archive-too-deep'

/** Where the bytes of an input stand inside the archive at `path`. */
export interface PackedAt {
  start: number
  length: number
  deflated: boolean
}

/** One input, found and identified; its content is not read yet. */
export interface Source {
  /** Absolute path on this machine, of the archive for what stands in one; never leaves the run. */
  path: string
  packed?: PackedAt
  /** The archive that holds the one at `path`, which is then a copy of this run's own. */
  outer?: string
  /** Path below the argument, preceded by the argument's last folder name; `/`, NFC; `a.zip!/b.pdf` inside archives. */
  source: string
  /** Hex, of the bytes as they are unpacked. */
  sha256: string
  /** First 16 hex digits of the sha256. */
  filingId: string
  kind: SourceKind
  bytes: number
  /** Of an archive that gives no inputs and stands for itself. */
  fault?: ArchiveFault
}
