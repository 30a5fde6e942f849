/** Marks of the level behind a printed name, with or without the code's own part: `（类）`, `（06款）`. */
const LEVEL_MARK = /\(\d*[类款项]\)/g
/** `政府办公厅（室）` is printed with and without. */
const OFFICE_MARK = /\(室\)/g
const QUOTES = /["'“”‘’「」『』]/g
/** Not from the first two characters on: `支出` alone is no name, and `其他支出` stays `其他`. */
const TRAILING_EXPENDITURE = /(?<=..)支出$/

/**
 * Folds a printed name of the classification so that its spellings compare equal: full and half width, kinds of
 * brackets, 、 and ，, 其它 and 其他, quotes, spaces, `（室）`, `（类）（款）（项）`, 的, a trailing 支出.
 * `一般公共服务（类）支出` = `一般公共服务支出` = `一般公共服务`. Only for comparing, never for showing.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(QUOTES, '')
    .replace(/[【〔[{]/g, '(')
    .replace(/[】〕\]}]/g, ')')
    .replace(LEVEL_MARK, '')
    .replace(OFFICE_MARK, '')
    .replaceAll('、', ',')
    .replaceAll('其它', '其他')
    .replace(TRAILING_EXPENDITURE, '')
    .replaceAll('的', '')
}
