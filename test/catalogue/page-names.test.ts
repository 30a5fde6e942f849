import { describe, expect, it } from 'vitest'
import { PAGE_FORMS, pageNameOf } from '../../src/catalogue/page-names.js'

const EXAMPLES = PAGE_FORMS.flatMap(({ examples }) => [...examples])

describe('names of files that count pages', () => {
  it.each(EXAMPLES)('%s is page %i', (name, page) => {
    expect(pageNameOf(`x/${name}.png`)?.page).toBe(page)
  })

  it.each(EXAMPLES)('%s is of one paper with its next page', (name, page) => {
    const next = name.replace(/\d+/, String(page + 1))
    expect(pageNameOf(`x/${next}.png`)).toEqual({ ...pageNameOf(`x/${name}.png`), page: page + 1 })
  })

  it('differ in nothing else: folder, words and extension are the same', () => {
    const papers = ['x/a_p1.png', 'y/a_p1.png', 'x/b_p1.png', 'x/a_p1.jpg', 'x/a-1.png', 'x.zip!/a_p1.png']
    expect(new Set(papers.map((source) => pageNameOf(source)?.paper)).size).toBe(papers.length)
    expect(pageNameOf('x/a_p12.PNG')?.paper).toBe(pageNameOf('x/a_p2.png')?.paper)
  })

  it.each([
    '预算公开-2031.pdf',
    '附件1.pdf',
    '2031.pdf',
    '部门预算.pdf',
    '表12说明.png',
    '单位预算2031年.pdf',
  ])('%s counts none', (name) => {
    expect(pageNameOf(`x/${name}`)).toBeUndefined()
  })
})
