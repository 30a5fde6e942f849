import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { wordsFail, wordsHold } from '../print.js'

/** `2031年部门预算`, `31年预算`, `2031年度部门决算`: whose year a file's name tells; a day of publishing is none. */
const NAMED = /(?<!\d)(?:20)?(\d{2})年度?(?!\d{1,2}月)/g

/** Files are put into folders and found again by their names. */
export const wordingFileYear: Check = {
  id: 'YS-WORDING-FILE-YEAR',
  asserts: {
    zh: '文件名写年份时，其中有文件里印的年度。',
    en: 'A file whose name tells years tells the fiscal year that is printed in it.',
  },
  basis: '文件名和内容年份不同，多是传错了文件或改名时写错，归档和检索都会找错。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'info',
  example: '“某局2025年部门预算.pdf”里印的是 2026 年部门预算',
  passing: { source: '某区/某局2031年部门预算.pdf', fiscal_year: '2031' },
  failing: { source: '某区/某局2030年部门预算.pdf', fiscal_year: '2031' },
  run: (filing) => {
    const name = filing.source.split('/').at(-1) as string
    const years = [...name.matchAll(NAMED)].map(([, year]) => `20${year}`)
    const subject = '文件名的年份'
    const [named] = years
    if (named === undefined || filing.fiscal_year === '') return []
    if (years.includes(filing.fiscal_year)) return [wordsHold(subject)]
    const at = { page: 1, bbox: '0.0 0.0 0.0 0.0', place: '', evidence: name }
    const says = said('wording-file-year.name', { name, named, year: filing.fiscal_year })
    return [wordsFail(subject, at, says, { expected: filing.fiscal_year, actual: named })]
  },
}
