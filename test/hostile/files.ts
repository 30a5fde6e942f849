import { deflateSync } from 'node:zlib'
import { fileOf, form, onePage, toUnicode } from '../read/raw-pdf.js'

/** Small files that are made to trap readers, made by code. */
export const HOSTILE: Record<string, () => Uint8Array> = {
  'counts a million pages': () =>
    fileOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>',
    ]),
  'unpacks to hundreds of megabytes': () => {
    const once = deflateSync(Buffer.alloc(200 << 20, ' '), { level: 9 })
    return fileOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>',
      { dict: '/Filter [/FlateDecode /FlateDecode]', stream: deflateSync(once).toString('latin1') },
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>',
    ])
  },
  'draws forms that draw forms': () =>
    onePage('/X0 Do', {
      resources: '/XObject << /X0 5 0 R >>',
      objects: Array.from({ length: 12 }, (_, i) => ({
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 600 800]${i < 11 ? ` /Resources << /XObject << /X${i + 1} ${i + 6} 0 R >> >>` : ''}`,
        stream: i < 11 ? `/X${i + 1} Do `.repeat(10) : '0 0 m 9 9 l S',
      })),
    }),
  'has a character beyond Unicode': () =>
    onePage('BT /F2 12 Tf 50 700 Td (ab) Tj ET', {
      fonts: '/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>',
      objects: [toUnicode(['<61> <DBFF>', '<62> <DFFFDFFF>'])],
    }),
  'shows a picture of 900 million pixels': () => {
    const [width, height] = [30_000, 30_000]
    const stream = deflateSync(Buffer.alloc((width * height) / 8, 'U'), { level: 9 }).toString('latin1')
    const dict = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode`
    return onePage('q 600 0 0 800 0 0 cm /P Do Q', {
      resources: '/XObject << /P 5 0 R >>',
      objects: [{ dict, stream }],
    })
  },
  'opens a hundred thousand marks': () =>
    onePage(`${'/P << /MCID 0 >> BDC '.repeat(100_000)} BT /F1 12 Tf (1) Tj ET`),
  'nests a hundred thousand elements': () =>
    new TextEncoder().encode(`<!DOCTYPE html><html><body>${'<div>'.repeat(100_000)}2031`),
  'has tables within tables': () =>
    new TextEncoder().encode(`<!DOCTYPE html><html><body>${'<table><tr><td>1'.repeat(5_000)}`),
  'is a form that draws itself': () =>
    onePage('/X Do', {
      resources: '/XObject << /X 5 0 R >>',
      objects: [form('/BBox [0 0 600 800]', '/X Do')],
    }),
  'has a tree of pages that leads back to its root': () =>
    fileOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>',
    ]),
}
