// The little language in which a form's page is written down (page.md); ../README.md describes it.

/** How the page is handed in. */
export interface FrontMatter {
  organization: string
  kind: 'budget' | 'final'
  year: number
  /** The total of the balanced summary that is put before the page, in 万元. */
  total: string
  /** So much of the total is carried over from the year before; empty = nothing is said of it. */
  carried: string
  /** Nothing is put before the page. */
  bare: boolean
}

export type Block =
  | { kind: 'page'; landscape: boolean }
  | { kind: 'title' | 'heading' | 'paragraph'; text: string }
  | { kind: 'caption'; left: string; right: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'directive'; name: Directive; numbers: number[]; text: string }

/** Directive → how many numbers it takes; `widths` takes any, `at` a text behind them. */
const DIRECTIVES = {
  size: 1,
  margin: 1,
  indent: 1,
  skip: 1,
  widths: undefined,
  'no-top-rule': 0,
  'no-bottom-rule': 0,
  unruled: 0,
  at: 3,
  line: 4,
}
export type Directive = keyof typeof DIRECTIVES

const ORDINARY: FrontMatter = {
  organization: '青禾县档案局',
  kind: 'budget',
  year: 2031,
  total: '1000.00',
  carried: '',
  bare: false,
}

export function parsePage(text: string): { front: FrontMatter; blocks: Block[] } {
  const lines = text.replaceAll('\r', '').split('\n')
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  return { front: frontMatter(lines.slice(1, Math.max(end, 1))), blocks: blocksOf(lines.slice(end + 1)) }
}

function frontMatter(lines: string[]): FrontMatter {
  const given = new Map(lines.map((line) => line.split(/:\s*/, 2) as [string, string]))
  for (const name of given.keys()) if (!(name in ORDINARY)) throw new Error(`front matter: ${name}?`)
  const kind = given.get('kind') ?? ORDINARY.kind
  if (kind !== 'budget' && kind !== 'final') throw new Error(`kind: ${kind}?`)
  return {
    organization: given.get('organization') ?? ORDINARY.organization,
    kind,
    year: Number(given.get('year') ?? ORDINARY.year),
    total: given.get('total') ?? ORDINARY.total,
    carried: given.get('carried') ?? ORDINARY.carried,
    bare: given.get('bare') === 'true',
  }
}

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = []
  let before = ''
  for (const line of lines) {
    const block = line === '' ? undefined : blockOf(line)
    const last = blocks.at(-1)
    // Lines that follow each other are one paragraph, or one table.
    if (before && block?.kind === 'paragraph' && last?.kind === 'paragraph') last.text += block.text
    else if (before && block?.kind === 'table' && last?.kind === 'table') last.rows.push(...block.rows)
    else if (block) blocks.push(block)
    before = line
  }
  return blocks
}

function blockOf(line: string): Block {
  const page = line.match(/^---page( landscape)?---$/)
  if (page) return { kind: 'page', landscape: page[1] !== undefined }
  if (line.startsWith('## ')) return { kind: 'heading', text: line.slice(3) }
  if (line.startsWith('# ')) return { kind: 'title', text: line.slice(2) }
  if (/^\|.*\|$/.test(line)) return { kind: 'table', rows: [line.slice(1, -1).split('|').map(cellText)] }
  if (/^\{.*\}$/.test(line)) return directive(line.slice(1, -1))
  const caption = line.match(/^(.*?) ?=> ?(.*)$/)
  if (caption) return { kind: 'caption', left: caption[1] as string, right: caption[2] as string }
  return { kind: 'paragraph', text: line }
}

const cellText = (cell: string): string => cell.trim().replaceAll('\\n', '\n')

function directive(text: string): Block {
  const [name, ...rest] = text.split(' ') as [Directive, ...string[]]
  if (!(name in DIRECTIVES)) throw new Error(`{${text}}: no such directive`)
  const count = DIRECTIVES[name] ?? rest.length
  const numbers = rest.slice(0, count).map(Number)
  const words = rest.slice(count).join(' ')
  if (numbers.length !== count || numbers.some(Number.isNaN) || (words !== '') !== (name === 'at'))
    throw new Error(`{${text}}: not what ${name} takes`)
  return { kind: 'directive', name, numbers, text: words }
}
