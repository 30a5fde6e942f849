import type { SourceKind } from '../model/source.js'

const IMAGES: readonly number[][] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x49, 0x49, 0x2a, 0x00], // TIFF, little endian
  [0x4d, 0x4d, 0x00, 0x2a], // TIFF, big endian
  [0x42, 0x4d], // BMP
  [0x47, 0x49, 0x46, 0x38], // GIF
]
/** ZIP, alone (also in its empty and its split form) or as what docx, xlsx and ofd are made of. */
const ZIP: readonly number[][] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
]
/** Marks of other kinds that are sure enough at the first byte. */
const OTHERS: readonly [SourceKind, readonly number[]][] = [
  ['compound', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
]
/** Two bytes for each character: text all the same. */
const UTF16: readonly [readonly number[], 'utf-16le' | 'utf-16be'][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
/** A page, or a part of one that was saved without its frame, begins with a tag; mail archives begin with their head. */
const HTML_START =
  /^[\s\ufeff]*<(?:!--|!doctype\s+html|\?xml[^>]*>\s*<(?:!doctype\s+)?html|(?:html|head|body|meta|title|script|style|link|base|div|p|table|center|font|span|section|article|main|header|form|ul|ol|h[1-6])\b)/i
/** What systems export that write workbooks as one XML file of 2003, mostly named .xls. */
const WORKBOOK_2003 =
  /^[\s\ufeff]*<\?xml[^>]*>.*<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/s
const HTML_ANYWHERE = /<(?:!doctype\s+html|html|body)\b/i
const MAIL_START = /^[\s\ufeff]*[\w-]+:\s/

/** The PDF mark may follow some bytes of a broken transfer: readers look for it in the first kilobyte. */
const PDF = Buffer.from('%PDF-')

/** Tells a file's kind by its first kilobyte; names lie. */
export function sniff(head: Uint8Array): SourceKind {
  if (head.length === 0) return 'empty'
  const bytes = Buffer.from(head)
  // A mark at the first byte is no accident, but a PDF may stand stored in an archive.
  if (isZip(head)) return 'archive'
  const other = OTHERS.find(([, mark]) => startsWith(head, mark))
  if (other) return other[0]
  if (bytes.indexOf(PDF) >= 0) return 'pdf'
  if (IMAGES.some((mark) => startsWith(head, mark))) return 'image'
  const wide = UTF16.find(([mark]) => startsWith(head, mark))?.[1]
  if (!wide && bytes.includes(0)) return 'unknown'
  const text = wide ? new TextDecoder(wide).decode(bytes) : bytes.toString('utf8')
  if (WORKBOOK_2003.test(text)) return 'xlsx'
  return HTML_START.test(text) || (HTML_ANYWHERE.test(text) && !MAIL_START.test(text)) ? 'html' : 'text'
}

export const isZip = (head: Uint8Array): boolean => ZIP.some((mark) => startsWith(head, mark))

const startsWith = (head: Uint8Array, mark: readonly number[]): boolean => mark.every((b, i) => head[i] === b)
