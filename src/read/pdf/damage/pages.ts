import type { PdfFile } from './file.js'
import { listed } from './streams.js'
import { type Dictionary, isDictionary, nameOf, Reference, type Value } from './values.js'

/** A tree is at most so deep; those of files are three or four levels. */
const MAX_DEPTH = 64

/** A page as its tree tells it, with what it inherits. */
export interface Leaf {
  reference: number
  dictionary: Dictionary
  /** Of the page, or of the nearest node above it that has some. */
  resources: Value | undefined
}

export interface PageTree {
  leaves: Leaf[]
  /** Every node is where it should be and counts what is below it. */
  intact: boolean
}

/** The pages of a file in order, at most `most`. */
export function pageTree(file: PdfFile, most: number): PageTree {
  const catalog = file.resolve(file.trailer.get('Root'))
  const root = isDictionary(catalog) ? catalog.get('Pages') : undefined
  const tree: PageTree = { leaves: [], intact: isDictionary(catalog) }
  const seen = new Set<number>()

  const visit = (node: Value | undefined, inherited: Value | undefined, depth: number): void => {
    if (
      !(node instanceof Reference) ||
      seen.has(node.number) ||
      depth > MAX_DEPTH ||
      tree.leaves.length >= most
    ) {
      tree.intact = false
      return
    }
    seen.add(node.number)
    const { value, faults } = file.body(node.number)
    if (faults.length > 0 || !isDictionary(value)) {
      tree.intact = false
      return
    }
    const resources = value.get('Resources') ?? inherited
    const type = nameOf(file.resolve(value.get('Type')))
    if (type === 'Page') {
      tree.leaves.push({ reference: node.number, dictionary: value, resources })
      return
    }
    if (type !== 'Pages') tree.intact = false
    const before = tree.leaves.length
    for (const kid of listed(file.resolve(value.get('Kids')))) visit(kid, resources, depth + 1)
    if (file.resolve(value.get('Count')) !== tree.leaves.length - before) tree.intact = false
  }

  visit(root, undefined, 0)
  return tree
}
