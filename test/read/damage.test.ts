import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { damageOf } from '../../src/read/pdf/damage/index.js'
import { makePdf } from './make-pdf.js'
import { onePage } from './raw-pdf.js'

const LIMITS = { pages: 100, content: 1 << 20 }
const look = (bytes: Uint8Array) => damageOf(bytes, LIMITS)
const faults = (bytes: Uint8Array): Record<number, string[]> =>
  Object.fromEntries([...look(bytes).pages].map(([page, of]) => [page, [...of]]))

const threePages = () =>
  makePdf((d) => {
    d.text('one', 100, 100)
    d.addPage().text('two', 100, 100)
    d.addPage().font('Courier').text('three', 100, 100)
  })

const at = (bytes: Uint8Array, text: string, from = 0): number => {
  const found = Buffer.from(bytes).indexOf(text, from, 'latin1')
  if (found < 0) throw new Error(`not in the file: ${text}`)
  return found
}

/** With one piece of the file written over, byte by byte. */
function overwritten(bytes: Uint8Array, text: string, other: string): Uint8Array {
  const out = bytes.slice()
  out.set(Buffer.from(other, 'latin1'), at(bytes, text))
  return out
}

/** With one byte of the first stream another. */
function flipped(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice()
  const i = at(bytes, 'stream\n') + 20
  out[i] = (out[i] as number) ^ 1
  return out
}

describe('damage of a PDF', () => {
  it('is none in files as they are written', async () => {
    const files = [onePage('BT /F1 12 Tf (1) Tj ET'), await threePages(), packedObjects()]
    for (const bytes of files) expect(look(bytes)).toMatchObject({ whole: false, pages: new Map() })
    expect(look(files[1] as Uint8Array).found).toBe(3)
    expect(look(files[2] as Uint8Array).found).toBe(1)
  })

  it('is none where streams are encrypted, which nobody here opens', async () => {
    const bytes = await makePdf((d) => d.text('one', 100, 100), { ownerPassword: 'x' })
    expect(look(bytes)).toMatchObject({ whole: false, pages: new Map() })
  })

  it('is of the page alone whose packed bytes have another checksum', async () => {
    const bytes = await threePages()
    expect(faults(flipped(bytes))).toEqual({ 1: ['stream-broken'] })
  })

  it('is of every page that sets a damaged font', () => {
    const font = (program: Uint8Array) =>
      onePage('BT /F2 12 Tf (1) Tj ET', {
        fonts: '/F2 << /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 5 0 R >>',
        objects: [
          '<< /Type /FontDescriptor /FontFile2 6 0 R >>',
          { dict: '/Filter /FlateDecode', stream: Buffer.from(program).toString('latin1') },
        ],
      })
    const program = deflateSync(Buffer.alloc(400, 'glyphs'))
    expect(faults(font(program))).toEqual({})
    expect(faults(font(program.subarray(0, -3)))).toEqual({ 1: ['stream-broken'] })
  })

  it.each<[string, [string, string], Record<number, string[]>]>([
    ['a stream ends elsewhere', ['/Length 22', '/Length 12'], { 1: ['stream-length'] }],
    ['a font has another name', ['/F1 <<', '/G1 <<'], { 1: ['font-missing'] }],
    ['an operator is unknown', [' Tj ET', ' Tq ET'], { 1: ['content-broken'] }],
    ['text does not end', ['(1) Tj', '(1( Tj'], { 1: ['content-broken'] }],
    ['an object is missing', ['/Contents 4 0', '/Contents 9 0'], { 1: ['object-missing'] }],
  ])('is seen where %s', (_, [text, other], expected) => {
    expect(faults(overwritten(onePage('BT /F1 12 Tf (1) Tj ET'), text, other))).toEqual(expected)
  })

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['its end is cut off', (b) => b.subarray(0, b.length - 20)],
    ['its table of objects is not where it says', (b) => overwritten(b, 'startxref\n', 'startxref\n9')],
    ['a page can not be read', (b) => overwritten(b, '/Type /Page /', '/Type (Page /')],
    ['a page does not end', (b) => overwritten(b, 'endobj\n4 0', 'endxbj\n4 0')],
    ['it counts other pages than it has', (b) => overwritten(b, '/Count 1', '/Count 7')],
  ])('is of the whole file where %s', (_, spoil) => {
    expect(look(spoil(onePage('BT ET'))).whole).toBe(true)
  })

  it('names streams that would fill the memory', () => {
    const stream = deflateSync(Buffer.alloc(2 << 20, ' ')).toString('latin1')
    const bytes = onePage('BT ET', {
      page: '/Group 9 0 R',
      resources: '/XObject << /X 5 0 R >>',
      objects: [{ dict: '/Subtype /Form /Filter /FlateDecode', stream }],
    })
    expect(faults(bytes)).toEqual({ 1: ['huge-content'] })
  })
})

/** A page whose objects are packed into a stream, found by a table that is a stream. */
function packedObjects(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R>>',
  ]
  const index = objects
    .map((_, i) => `${i + 1} ${objects.slice(0, i).join(' ').length + (i ? 1 : 0)}`)
    .join(' ')
  const packed = deflateSync(Buffer.from(`${index} ${objects.join(' ')}`)).toString('latin1')
  let file = '%PDF-1.5\n'
  const container = file.length
  file += `4 0 obj\n<</Type/ObjStm/N 3/First ${index.length + 1}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream\nendobj\n`
  const rows = [
    [0, 0, 0],
    [2, 4, 0],
    [2, 4, 1],
    [2, 4, 2],
    [1, container, 0],
    [1, file.length, 0],
  ]
  const bytes = rows.flatMap(([type = 0, at = 0, i = 0]) => [2, type, at >> 8, at & 255, i])
  // Rows as PNG keeps them: each is added to the one above.
  const predicted = bytes.map((b, i) => (i % 5 === 0 ? b : (b - (bytes[i - 5] ?? 0)) & 255))
  const table = deflateSync(Buffer.from(predicted)).toString('latin1')
  const dict = `<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>/Length ${table.length}>>`
  const start = file.length
  file += `5 0 obj\n${dict}\nstream\n${table}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}
