import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanPdf } from '../../samples/scans/scan.js'
import type { GoldFiling } from './gold-filings.js'
import { withScans } from './mixed-pdf.js'
import type { Variant } from './variants.js'

/** Code that makes scans: another maker, other scans. */
const MAKER = new URL('../../samples/scans/', import.meta.url).pathname

/** A filing as a scan. */
export interface ScannedFiling {
  path: string
  /** As the output calls it. */
  filingId: string
}

/**
 * The filing as image-only PDF, made once and kept in the temporary folder; where `pages` are given only those are
 * pictures and the others stay as they are, so that tables keep their heads and checks their figures.
 */
export async function scanned(
  filing: GoldFiling,
  variant: Variant,
  pages?: readonly number[],
): Promise<ScannedFiling> {
  const folder = join(tmpdir(), 'yusuan-scans', `${variant.name}-${fingerprint(variant)}`)
  const path = join(folder, `${filing.name}${pages ? ` p${pages.join(',')}` : ''}.pdf`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const printed = readFileSync(filing.pdf)
    const scan = await scanPdf(printed, variant.treatment, pages && ((page) => pages.includes(page)))
    // A run that is stopped half-way leaves no half file under the name.
    writeFileSync(`${path}.part`, pages ? await withScans(printed, scan, pages) : scan)
    renameSync(`${path}.part`, path)
  }
  return { path, filingId: idOf(path) }
}

export const idOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)

function fingerprint(variant: Variant): string {
  const hash = createHash('sha256').update(JSON.stringify(variant.treatment))
  for (const entry of readdirSync(MAKER, { recursive: true, withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  ))
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)))
  return hash.digest('hex').slice(0, 8)
}
