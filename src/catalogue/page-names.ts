// How the names of files tell that they are the pages of one paper, published one by one.

/** A form of the page number at the end of a name without its extension; the number is its only group. */
interface PageForm {
  form: RegExp
  /** Names with the page that they tell. */
  examples: readonly (readonly [name: string, page: number])[]
}

export const PAGE_FORMS: readonly PageForm[] = [
  {
    form: /[（(]\s*(\d{1,4})\s*[）)]$/,
    examples: [
      ['扫描件 (12)', 12],
      ['部门预算（3）', 3],
    ],
  },
  {
    form: /第\s*(\d{1,4})\s*[页張张]$/,
    examples: [
      ['单位预算第3页', 3],
      ['公开稿 第 12 页', 12],
    ],
  },
  {
    form: /(?:^|[\s_.\-－—])(?:p|pg|page|页)[\s_.-]?(\d{1,4})$/i,
    examples: [
      ['budget_p10', 10],
      ['预算公开-page-3', 3],
      ['P07', 7],
    ],
  },
  {
    form: /[\s_\-－—](\d{1,4})$/,
    examples: [
      ['扫描件-003', 3],
      ['预算公开_03', 3],
      ['IMG_0012', 12],
    ],
  },
  {
    form: /^(\d{1,4})$/,
    examples: [
      ['001', 1],
      ['12', 12],
    ],
  },
]

/** `预算-2031` names a year. */
const YEAR = /^(?:19|20)\d\d$/

export interface PageName {
  /** Its path without the page number: the same for all pages of a paper. */
  paper: string
  page: number
}

/** Which page of which paper the path of a file tells, if any; that it is one is for its content to say. */
export function pageNameOf(source: string): PageName | undefined {
  const [, folder = '', stem = '', extension = ''] = /^(.*\/)?([^/]*?)(\.[^./]*)?$/.exec(source) ?? []
  for (const { form } of PAGE_FORMS) {
    const match = form.exec(stem)
    const number = match?.[1]
    if (!match || number === undefined) continue
    if (YEAR.test(number)) return undefined
    const paper = stem.slice(0, match.index) + match[0].replace(number, '#')
    return { paper: folder + paper + extension.toLowerCase(), page: Number(number) }
  }
  return undefined
}
