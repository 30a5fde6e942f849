import { Lexer, latin, Malformed } from './lexer.js'

/** Resources that a stream of operators names, by kind, and how often it does. */
export interface Named {
  fonts: Map<string, number>
  objects: Map<string, number>
}

const FONT = /\/([^\s/<>[\](){}%]+)\s+[-+\d.]+\s+Tf\b/g
const OBJECT = /\/([^\s/<>[\](){}%]+)\s+Do\b/g

/** What a content stream draws with: a name that its resources do not know leaves a gap that no engine speaks of. */
export function namedIn(content: Uint8Array): Named {
  const text = latin(content, 0, content.length)
  return { fonts: names(text, FONT), objects: names(text, OBJECT) }
}

function names(text: string, form: RegExp): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [, written = ''] of text.matchAll(form)) {
    const name = written.replace(/#([0-9a-fA-F]{2})/g, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** Marks or states open within each other beyond this are made to trap readers: engines copy all that are open. */
const MOST_OPEN = 1000

/** Whether a stream opens more marks (BDC, BMC) or states (q) within each other than any page does. */
export function isTooDeep(content: Uint8Array): boolean {
  let states = 0
  let marks = 0
  for (let i = 0, from = 0; i <= content.length; i++) {
    if (i < content.length && (content[i] as number) > 32) continue
    const length = i - from
    const first = content[from]
    if (length === 1 && first === 0x71) states++
    else if (length === 1 && first === 0x51) states--
    else if (length === 3 && content[from + 2] === 0x43) {
      const word = latin(content, from, i)
      if (word === 'BDC' || word === 'BMC') marks++
      else if (word === 'EMC') marks--
    }
    if (states > MOST_OPEN || marks > MOST_OPEN) return true
    from = i + 1
  }
  return false
}

/** The operators of PDF; engines skip others without a word. */
const OPERATORS = new Set(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re ' +
    'RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
  ).split(' '),
)
const VALUE_STARTS = new Set([...'/([<+-.0123456789'].map((c) => c.charCodeAt(0)))

/** Whether a stream consists of operators and their operands. */
export function isFollowable(content: Uint8Array): boolean {
  const lexer = new Lexer(content)
  try {
    for (lexer.skipWhite(); lexer.at < lexer.end; lexer.skipWhite()) {
      if (VALUE_STARTS.has(content[lexer.at] as number)) {
        lexer.value()
        continue
      }
      const word = lexer.word()
      if (word === 'ID') skipPicture(lexer)
      else if (!OPERATORS.has(word) && !['true', 'false', 'null'].includes(word)) return false
    }
    return true
  } catch (error) {
    if (error instanceof Malformed) return false
    throw error
  }
}

/** Bytes of a picture among the operators: whatever stands before the next EI between white space. */
function skipPicture(lexer: Lexer): void {
  const end = /\sEI(?=\s|$)/.exec(latin(lexer.bytes, lexer.at, lexer.end))
  if (!end) throw new Malformed('open picture')
  lexer.at += end.index + end[0].length
}
