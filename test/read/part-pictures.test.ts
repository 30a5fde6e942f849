import { describe, expect, it } from 'vitest'
import { drawPageParts, type PagePart, type Picture } from '../../src/read/index.js'
import { makePdf } from './make-pdf.js'

/** Dark pixels of a part, as a share of all. */
const ink = ({ data, width, height, channels }: Picture): number => {
  let dark = 0
  for (let i = 0; i < data.length; i += channels) if ((data[i] as number) < 128) dark++
  return dark / (width * height)
}

async function drawn(
  bytes: Uint8Array,
  parts: PagePart[],
  passwords?: string[],
): Promise<(Picture & PagePart)[]> {
  const pictures: (Picture & PagePart)[] = []
  await drawPageParts(
    { kind: 'pdf' },
    bytes,
    parts,
    async (part, picture) => {
      pictures.push({ ...part, ...picture })
    },
    passwords,
  )
  return pictures
}

const BLACK = { x0: 100, y0: 200, x1: 200, y1: 240 }
const WHITE = { x0: 300, y0: 500, x1: 400, y1: 540 }

describe('pictures of parts of pages', () => {
  it('show what stands there, and nothing around it', async () => {
    const bytes = await makePdf((doc) => doc.rect(100, 200, 100, 40).fill('black'))
    const [black, white] = await drawn(bytes, [
      { page: 1, ...BLACK },
      { page: 1, ...WHITE },
    ])
    expect(black).toMatchObject({ width: 153, height: 61 })
    expect(ink(black as Picture)).toBeGreaterThan(0.95)
    expect(ink(white as Picture)).toBe(0)
  })

  it('are of the page as a reader sees it, where it is turned', async () => {
    const bytes = await makePdf((doc) => {
      // Upright it lies at the left of the top edge; turned clockwise it stands at the right of it.
      doc.rect(0, 0, 100, 40).fill('black')
      Object.assign(doc.page.dictionary.data, { Rotate: 90 })
    })
    const [turned, left] = await drawn(bytes, [
      { page: 1, x0: 841.89 - 40, y0: 0, x1: 841.89, y1: 100 },
      { page: 1, x0: 0, y0: 0, x1: 40, y1: 100 },
    ])
    expect(ink(turned as Picture)).toBeGreaterThan(0.95)
    expect(ink(left as Picture)).toBe(0)
  })

  it('are left out where there is no such page, or no password opens it', async () => {
    const bytes = await makePdf((doc) => doc.rect(100, 200, 100, 40).fill('black'), {
      userPassword: 'geheim',
    })
    expect(await drawn(bytes, [{ page: 1, ...BLACK }])).toEqual([])
    const opened = await drawn(
      bytes,
      [
        { page: 1, ...BLACK },
        { page: 9, ...BLACK },
      ],
      ['falsch', 'geheim'],
    )
    expect(opened.map((p) => p.page)).toEqual([1])
  })
})
