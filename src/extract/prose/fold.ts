import type { Text } from '../../model/text.js'

/** Half-width forms of the same length, so that places in the folded text are places in the print. */
export function foldText({ text }: Text): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (c === ',') out += /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '') ? ',' : '，'
    else {
      let fold = folds.get(c)
      if (fold === undefined) {
        fold = foldChar(c)
        folds.set(c, fold)
      }
      out += fold
    }
  }
  return out
}

/** What each character that was met becomes, whatever stands beside it. */
const folds = new Map<string, string>()

function foldChar(c: string): string {
  if (/[“”＂「」『』]/.test(c)) return '"'
  if (c === '，') return c
  if (c === ';' || c === '；') return '；'
  if (c === '：' || c === '∶' || c === '﹕') return ':'
  if (/[〔﹝[【„]/.test(c)) return '('
  if (/[〕﹞\]】‟]/.test(c)) return ')'
  // ① is the number of an item, no digit of its name.
  if (/[①-⑳]/.test(c)) return c
  const half = c.normalize('NFKC')
  return half.length === 1 ? half : c
}
