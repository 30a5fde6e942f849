/** Half-width forms, no spaces, no quotes: how printed words are compared. */
export const folded = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\s“”"'‘’「」《》＂]/g, '')
        .replace(/[﹕∶]/g, ':')

/** Nothing in it has another form: most names and figures are printed so. */
const PLAIN = /^[\u4e00-\u9fff\w.,:()%-]*$/
