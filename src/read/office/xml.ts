import type { Element } from '@xmldom/xmldom'

/** Elements of a tree by their names without prefixes: programs choose these freely. */
export function childrenOf(element: Element | undefined, name?: string): Element[] {
  const found: Element[] = []
  for (let node = element?.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1 && (name === undefined || (node as Element).localName === name))
      found.push(node as Element)
  return found
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  childrenOf(element, name)[0]

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined
  for (let i = 0; i < element.attributes.length; i++) {
    const attribute = element.attributes.item(i)
    if (attribute?.localName === name) return attribute.value
  }
  return undefined
}

/** The `val` of a property, which most properties of WordprocessingML have. */
export const propertyOf = (properties: Element | undefined, name: string): string | undefined =>
  attributeOf(childOf(properties, name), 'val')

/** A property that is on by standing there: `<w:b/>`, `<w:b w:val="0"/>`. Undefined: says nothing. */
export function isOn(properties: Element | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name)
  return property && !/^(?:0|false|off)$/.test(attributeOf(property, 'val') ?? '')
}

/** A whole number of a property; undefined where there is none. */
export function numberOf(properties: Element | undefined, name: string): number | undefined {
  const value = Number.parseInt(propertyOf(properties, name) ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}
