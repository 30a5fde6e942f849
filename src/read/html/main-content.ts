import { isData } from './table-grid.js'
import { compactText, type Element, elementsIn, isBlock, isLeaf, type Node, type Tree } from './tree.js'

/** How many characters an element shows, spaces aside. */
interface Weight {
  /** Running text outside of links and tables. */
  text: number
  links: number
  /** Inside tables of data, outside of links. */
  tables: number
}

/** A block with more of its text in links than this leads elsewhere: menus, lists of files, neighbouring pages. */
const LINKS = 0.6
/** A part named like furniture that holds this share of the page is no furniture: some sites name everything `nav`. */
const TOO_MUCH = 0.3
/** What may be left outside of the content: a footer's worth, little of the page and in characters. */
const LEFT_SHARE = 0.15
const LEFT = 150

const FURNITURE_TAGS = new Set(['nav', 'header', 'footer', 'aside', 'menu', 'dialog'])
const FURNITURE_ROLES = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|dialog)$/
/** Words by which page makers everywhere name parts that are not the article. */
const FURNITURE_NAMES =
  /(?:^|[-_\s])(?:nav|navbar|menu|bread-?crumbs?|crumbs?|location|header|top-?bar|footer?|copyright|share|side-?bar|tool-?bar|pager|pagination|related)(?:$|[-_\s\d])/i
/** Lines that sites put around an article: where it comes from and what a visitor can do with it. */
const SITE_LINE =
  /^(?:发布(?:时间|日期|机构|单位)|(?:发文|成文|生成|更新)(?:时间|日期)|日期|时间|(?:信息|文章|稿件)?来源|作者|责任编辑|责编|编辑|审核|校对|(?:浏览|访问|阅读|点击)(?:次数|量|数)?|字号|字体|打印(?:本页)?|关闭(?:窗口|本页)?|收藏|分享到?|扫一扫.{0,14}|下载|上一篇|下一篇|返回(?:顶部|首页)|首页|当前位置|您?(?:现在)?(?:所在|当前)的?位置|相关(?:附件|链接|文档|文章|信息|新闻|阅读)|附件下载|视力保护色|索引号|主题分类|(?:主办|承办|协办)(?:单位)?|技术支持|联系我们)(?:$|[:：|｜[【（(>])/
/** Who owns the site: the law asks for these numbers at the foot of every page. */
const OWNER = /ICP备|公网安备|版权所有|网站标识码|网站地图/
const BUTTONS = /^(?:[[【（(]?(?:小|中|大|打印|关闭|收藏|分享|A[+-]?)[\]】）)]?)+$/
const LONGEST_SITE_LINE = 90

/**
 * The part of a page that is its article: what is left without menus, lists of links and lines of the site, and of
 * that the smallest element that holds almost all of it. A page of links alone is its links.
 */
export function mainContent(tree: Tree): Element {
  const weights = weigh(tree.body)
  const total = amount(weights.get(tree.body) as Weight)
  const article = narrowed(without(tree.body, (e) => isFurniture(e, weights, total)))
  return compactText(article) === '' ? tree.body : article
}

/** What a page says beside these parts of it, without its furniture. */
export function besides(tree: Tree, parts: ReadonlySet<Element>): Element {
  const weights = weigh(tree.body)
  const total = amount(weights.get(tree.body) as Weight)
  return without(tree.body, (e) => parts.has(e) || isFurniture(e, weights, total))
}

const amount = (w: Weight): number => w.text + w.tables

function weigh(root: Element): Map<Element, Weight> {
  const weights = new Map<Element, Weight>()
  visit(root, false, false)
  return weights

  function visit(element: Element, linked: boolean, inTable: boolean): Weight {
    const weight: Weight = { text: 0, links: 0, tables: 0 }
    const link = linked || leadsAway(element)
    const table = inTable || (element.tag === 'table' && isData(element))
    for (const child of element.children) {
      if (typeof child === 'string') {
        const length = compactText(child).length
        weight[link ? 'links' : table ? 'tables' : 'text'] += length
      } else {
        const below = visit(child, link, table)
        weight.text += below.text
        weight.links += below.links
        weight.tables += below.tables
      }
    }
    weights.set(element, weight)
    return weight
  }
}

/** A link to another place; those within the page (contents, notes) belong to its text. */
export const leadsAway = ({ tag, attributes }: Element): boolean =>
  tag === 'a' && attributes.href !== undefined && !attributes.href.startsWith('#')

function isFurniture(element: Element, weights: Map<Element, Weight>, total: number): boolean {
  const weight = weights.get(element) as Weight
  const { tag, attributes } = element
  const named =
    FURNITURE_TAGS.has(tag) ||
    FURNITURE_ROLES.test(attributes.role ?? '') ||
    FURNITURE_NAMES.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`)
  if (named && amount(weight) < TOO_MUCH * total) return true
  if (!isBlock(element)) return false
  if (weight.links > 0 && weight.links >= LINKS * (weight.links + amount(weight))) return true
  if (!isLeaf(element)) return false
  const text = compactText(element)
  if (text.length > LONGEST_SITE_LINE || text.includes('。')) return false
  return SITE_LINE.test(text) || BUTTONS.test(text) || OWNER.test(text)
}

/** A copy without the elements that a test finds; tables of data are whole or gone. */
function without(element: Element, drop: (e: Element) => boolean): Element {
  const children: Node[] = []
  for (const child of element.children) {
    if (typeof child === 'string') children.push(child)
    else if (child.tag === 'table' && isData(child)) {
      if (!drop(child)) children.push(child)
    } else if (!drop(child)) children.push(without(child, drop))
  }
  return { ...element, children }
}

function narrowed(root: Element): Element {
  const weights = weigh(root)
  let at = root
  let content = root
  for (;;) {
    const here = weights.get(at) as Weight
    const next = elementsIn(at).find((child) => holdsAll(child, here))
    if (!next) return content
    at = next
    // Rows mean something in their table alone: a page set in a table is one cell of it, or all of it.
    if (!/^(?:table|tbody|thead|tfoot|tr)$/.test(at.tag)) content = at
  }

  /** Never into a single paragraph or a wrapper of nothing but a table: title and unit line stand beside those. */
  function holdsAll(child: Element, here: Weight): boolean {
    const own = weights.get(child) as Weight
    const left = amount(here) - amount(own)
    return (
      own.text > 0 &&
      own.tables === here.tables &&
      left <= LEFT &&
      left <= LEFT_SHARE * amount(here) &&
      isBlock(child) &&
      !isLeaf(child)
    )
  }
}
