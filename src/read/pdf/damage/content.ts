import { Lexer, latin, Malformed } from './lexer.js'

/** Resources that a stream of operators names, by kind. */
export interface Named {
  fonts: Set<string>
  objects: Set<string>
}

const FONT = /\/([^\s/<>[\](){}%]+)\s+[-+\d.]+\s+Tf\b/g
const OBJECT = /\/([^\s/<>[\](){}%]+)\s+Do\b/g

/** What a content stream draws with: a name that its resources do not know leaves a gap that no engine speaks of. */
export function namedIn(content: Uint8Array): Named {
  const text = latin(content, 0, content.length)
  return { fonts: names(text, FONT), objects: names(text, OBJECT) }
}

const names = (text: string, form: RegExp): Set<string> =>
  new Set(
    [...text.matchAll(form)].map(([, name = '']) =>
      name.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    ),
  )

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
