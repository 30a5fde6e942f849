import type { SourceKind } from '../model/source.js'

const IMAGES: readonly number[][] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x49, 0x49, 0x2a, 0x00], // TIFF, little endian
  [0x4d, 0x4d, 0x00, 0x2a], // TIFF, big endian
  [0x42, 0x4d], // BMP
  [0x47, 0x49, 0x46, 0x38], // GIF
]
/** ZIP (docx, xlsx, ofd) and the old compound files (doc, xls). */
const OFFICE: readonly number[][] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
/** The PDF mark may follow some bytes of a broken transfer: readers look for it in the first kilobyte. */
const PDF = Buffer.from('%PDF-')

/** Tells a file's kind by its first kilobyte; names lie. */
export function sniff(head: Uint8Array): SourceKind {
  if (head.length === 0) return 'empty'
  const bytes = Buffer.from(head)
  if (bytes.indexOf(PDF) >= 0) return 'pdf'
  if (IMAGES.some((mark) => startsWith(head, mark))) return 'image'
  if (OFFICE.some((mark) => startsWith(head, mark))) return 'office'
  if (bytes.includes(0)) return 'unknown'
  return /<(?:!doctype html|html|head|body)\b/i.test(bytes.toString('latin1')) ? 'html' : 'text'
}

const startsWith = (head: Uint8Array, mark: readonly number[]): boolean => mark.every((b, i) => head[i] === b)
