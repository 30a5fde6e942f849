import type { Text } from '../../model/text.js'

/** Half-width forms of the same length, so that places in the folded text are places in the print. */
export function foldText(text: Text): string {
  let out = ''
  for (let i = 0; i < text.text.length; i++) {
    const c = text.text[i] as string
    out += foldChar(c, text.text[i - 1], text.text[i + 1])
  }
  return out
}

function foldChar(c: string, before: string | undefined, after: string | undefined): string {
  if (/[“”＂「」『』]/.test(c)) return '"'
  if (c === ',' || c === '，')
    return /\d/.test(before ?? '') && /\d/.test(after ?? '') && c === ',' ? ',' : '，'
  if (c === ';' || c === '；') return '；'
  if (c === '：' || c === '∶' || c === '﹕') return ':'
  if (/[〔﹝[【„]/.test(c)) return '('
  if (/[〕﹞\]】‟]/.test(c)) return ')'
  // ① is the number of an item, no digit of its name.
  if (/[①-⑳]/.test(c)) return c
  const half = c.normalize('NFKC')
  return half.length === 1 ? half : c
}
