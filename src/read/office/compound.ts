import { CFB } from '@e965/xlsx'
import type { Page } from '../../model/page.js'
import { convertedToDocx } from './convert.js'
import { type ReadPicture, readDocx } from './docx/reader.js'
import type { OfficeFault } from './parts.js'
import { readSheets } from './sheets/reader.js'

/** Which of the formats before 2007 nobody reads here: a text without LibreOffice on this machine, or another one. */
type Unread = { unsupported: 'doc' | 'compound' }

/** Streams that tell what a compound file is: names of files lie, and WPS and ET write the same as Word and Excel. */
const WORKBOOK = /\/(?:Workbook|Book)$/i
const DOCUMENT = /\/WordDocument$/i
const LOCKED = /\/EncryptedPackage$/i

/** What Office wrote before 2007, and what it locks since then. */
export async function readCompound(
  bytes: Uint8Array,
  readPicture: ReadPicture,
): Promise<{ pages: Page[] } | { fault: OfficeFault } | Unread> {
  const paths = streamsIn(bytes)
  if (!paths) return { fault: 'broken-office' }
  const has = (stream: RegExp) => paths.some((path) => stream.test(path))
  if (has(LOCKED)) return { fault: 'encrypted-office' }
  if (has(WORKBOOK)) return readSheets(bytes)
  if (!has(DOCUMENT)) return { unsupported: 'compound' }
  const docx = await convertedToDocx(bytes)
  return docx ? readDocx(docx, readPicture) : { unsupported: 'doc' }
}

function streamsIn(bytes: Uint8Array): string[] | undefined {
  try {
    return CFB.read(bytes, { type: 'array' }).FullPaths as string[]
  } catch {
    return undefined
  }
}
