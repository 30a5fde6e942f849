import { declarations } from './declarations.js'
import type { Element } from './tree.js'

/** One rule of a page's own style sheets with one of its selectors. */
interface Rule {
  /** From the outermost to the element itself: `.page .t` has two parts. */
  parts: Compound[]
  weight: number
  style: Record<string, string>
}

interface Compound {
  tag: string
  id: string
  classes: string[]
}

const COMMENT = /\/\*[\s\S]*?\*\//g
/** Paper has measures of its own; a reader sees the screen. */
const FOR_PRINT = /@media\s+print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi
/** Rules inside of other @media blocks count too. */
const RULE = /([^{}]+)\{([^{}]*)\}/g
/** `div.p#a`; anything else (`:hover`, `[x]`, `*`) is not asked of a page that places its text. */
const COMPOUND = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i

/** What the page's `<style>` elements say of an element. Style sheets in files of their own are not at hand. */
export class StyleSheet {
  /** By what the last part of a selector asks for, most exact first. */
  private readonly rules = new Map<string, Rule[]>()

  constructor(text: string) {
    for (const [, selectors = '', body = ''] of text
      .replace(COMMENT, '')
      .replace(FOR_PRINT, '')
      .matchAll(RULE)) {
      const style = declarations(body)
      for (const selector of selectors.split(',')) this.add(selector.trim(), style)
    }
  }

  private add(selector: string, style: Record<string, string>): void {
    const parts = selector
      .split(/[\s>]+/)
      .filter(Boolean)
      .map(compound)
    if (parts.length === 0 || !parts.every((p) => p !== undefined)) return
    const last = parts.at(-1) as Compound
    const key = last.id ? `#${last.id}` : last.classes[0] ? `.${last.classes[0]}` : last.tag
    const weight = parts.reduce((w, p) => w + (p.id ? 100 : 0) + 10 * p.classes.length + (p.tag ? 1 : 0), 0)
    this.rules.set(key, [...(this.rules.get(key) ?? []), { parts, weight, style }])
  }

  /** Style of an element inside of these ancestors (outermost first), its own attribute last. */
  styleOf(element: Element, ancestors: readonly Element[]): Record<string, string> {
    const id = element.attributes.id ?? ''
    const keys = [element.tag, ...classesOf(element).map((c) => `.${c}`), ...(id ? [`#${id}`] : [])]
    const rules = keys
      .flatMap((key) => this.rules.get(key) ?? [])
      .filter((rule) => fits(rule.parts, element, ancestors))
      .sort((a, b) => a.weight - b.weight)
    return Object.assign({}, ...rules.map((r) => r.style), element.style)
  }
}

function compound(text: string): Compound | undefined {
  const match = COMPOUND.exec(text)
  if (!match || text === '') return undefined
  const names: string[] = match[2]?.match(/[.#][\w-]+/g) ?? []
  return {
    tag: (match[1] ?? '').toLowerCase(),
    id: names.find((n) => n.startsWith('#'))?.slice(1) ?? '',
    classes: names.filter((n) => n.startsWith('.')).map((n) => n.slice(1)),
  }
}

const classesOf = ({ attributes }: Element): string[] => (attributes.class ?? '').split(/\s+/).filter(Boolean)

const isMeant = (part: Compound, element: Element): boolean =>
  (part.tag === '' || part.tag === element.tag) &&
  (part.id === '' || part.id === element.attributes.id) &&
  part.classes.every((c) => classesOf(element).includes(c))

function fits(parts: Compound[], element: Element, ancestors: readonly Element[]): boolean {
  if (!isMeant(parts.at(-1) as Compound, element)) return false
  let left = parts.length - 2
  for (let i = ancestors.length - 1; i >= 0 && left >= 0; i--)
    if (isMeant(parts[left] as Compound, ancestors[i] as Element)) left--
  return left < 0
}
