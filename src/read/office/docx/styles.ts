import type { Element } from '@xmldom/xmldom'
import { attributeOf, childOf, childrenOf, isOn, numberOf, propertyOf } from '../xml.js'

/** What styles say of a paragraph or its characters; undefined where they say nothing. */
export interface Look {
  /** `center`, `right`, `both`, ... */
  align?: string | undefined
  /** 0 = top heading; 9 and nothing: text. */
  outline?: number | undefined
  bold?: boolean | undefined
  hidden?: boolean | undefined
  startsPage?: boolean | undefined
  /** `0`: no list, whatever the style above says. */
  list?: string | undefined
  level?: number | undefined
  /** The style that names the list, which may have a level of its own in it. */
  listStyle?: string | undefined
}

/** Styles build on others; a file may say that two build on each other. */
const DEEPEST = 20

export class Styles {
  private readonly styles: ReadonlyMap<string, Element>
  private readonly usual: string | undefined
  private readonly known = new Map<string, Look>()

  constructor(root: Element | undefined) {
    const styles = childrenOf(root, 'style')
    this.styles = new Map(styles.map((s) => [attributeOf(s, 'styleId') ?? '', s]))
    const usual = styles.find(
      (s) => attributeOf(s, 'type') === 'paragraph' && attributeOf(s, 'default') === '1',
    )
    this.usual = attributeOf(usual, 'styleId')
  }

  /** The look of a paragraph by its style and its own properties. */
  ofParagraph(pPr: Element | undefined): Look {
    const style = propertyOf(pPr, 'pStyle') ?? this.usual
    return over(style === undefined ? {} : this.named(style), paragraphLook(pPr))
  }

  /** The look of characters by the paragraph's, their style and their own properties. */
  ofRun(rPr: Element | undefined, paragraph: Look): Look {
    const style = propertyOf(rPr, 'rStyle')
    return over(over(paragraph, style === undefined ? {} : this.named(style)), characterLook(rPr))
  }

  /** The name that a style has for people: `heading 1`, `toc 2`, `Title`. */
  nameOf(pPr: Element | undefined): string {
    const style = propertyOf(pPr, 'pStyle')
    return (style === undefined ? undefined : propertyOf(this.styles.get(style), 'name'))?.toLowerCase() ?? ''
  }

  private named(id: string, depth = 0): Look {
    const before = this.known.get(id)
    if (before) return before
    const style = this.styles.get(id)
    const base = propertyOf(style, 'basedOn')
    const below = base !== undefined && depth < DEEPEST ? this.named(base, depth + 1) : {}
    const own = over(paragraphLook(childOf(style, 'pPr')), characterLook(childOf(style, 'rPr')))
    const look = over(below, own.list === undefined ? own : { ...own, listStyle: id })
    this.known.set(id, look)
    return look
  }
}

const over = (below: Look, above: Look): Look => ({
  ...below,
  ...Object.fromEntries(Object.entries(above).filter(([, value]) => value !== undefined)),
})

function paragraphLook(pPr: Element | undefined): Look {
  const numPr = childOf(pPr, 'numPr')
  return {
    align: propertyOf(pPr, 'jc'),
    outline: numberOf(pPr, 'outlineLvl'),
    startsPage: isOn(pPr, 'pageBreakBefore'),
    list: propertyOf(numPr, 'numId'),
    level: numberOf(numPr, 'ilvl'),
  }
}

const characterLook = (rPr: Element | undefined): Look => ({
  bold: isOn(rPr, 'b'),
  hidden: isOn(rPr, 'vanish'),
})
