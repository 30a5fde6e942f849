import type { Page } from '../../model/page.js'
import { readCompound } from './compound.js'
import { type ReadPicture, readDocx } from './docx/reader.js'
import type { OfficeFault } from './parts.js'
import { readSheets } from './sheets/reader.js'

/** Office files → virtual pages, as web pages are set on them. */
export async function readOffice(
  kind: 'docx' | 'xlsx' | 'compound',
  bytes: Uint8Array,
  readPicture: ReadPicture,
): Promise<{ pages: Page[] } | { fault: OfficeFault } | { unsupported: string }> {
  if (kind === 'docx') return readDocx(bytes, readPicture)
  return kind === 'xlsx' ? readSheets(bytes) : readCompound(bytes, readPicture)
}
