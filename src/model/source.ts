/** What the first bytes of an input say it is. */
export type SourceKind = 'pdf' | 'html' | 'image' | 'office' | 'text' | 'empty' | 'unknown'

/** One input, found and identified; its content is not read yet. */
export interface Source {
  /** Absolute path on this machine; never leaves the run. */
  path: string
  /** Path below the argument, preceded by the argument's last folder name; `/`, NFC. */
  source: string
  /** Hex. */
  sha256: string
  /** First 16 hex digits of the sha256. */
  filingId: string
  kind: SourceKind
  bytes: number
}
