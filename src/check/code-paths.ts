import { foldName, functionClasses } from '../catalogue/index.js'
import type { Extracted } from '../model/filing.js'
import { passagesOf, type Spot, spotsOf } from './print.js'

const NAME = '((?:[\\u4e00-\\u9fff、，·]|[（(](?!\\d*[类款项][）)])[\\u4e00-\\u9fff、]{1,12}[）)]){2,40}?)'
const PATH = new RegExp(`${NAME}[（(]\\d*类[）)]${NAME}[（(]\\d*款[）)](?:${NAME}[（(]\\d*项[）)])?`, 'g')

/** 卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项） in running text. */
export interface CodePath {
  spot: Spot
  /** The class whose name ends the words before the mark; undefined where no year knows it. */
  top: { code: string; printed: string } | undefined
  section: string
  /** Empty where the path ends at the section. */
  item: string
  /** As printed, without what stands before the name of the class. */
  printed: string
}

export const codePaths = (filing: Extracted): CodePath[] =>
  spotsOf(passagesOf(filing), PATH).map((spot) => {
    const [, before = '', section = '', item = ''] = spot.match
    const top = classNamed(before, Number(filing.fiscal_year))
    const printed = `${top ? endOf(before, top.printed) : before}（类）${section}（款）${item ? `${item}（项）` : ''}`
    return { spot, top, section, item, printed }
  })

/** The end of the words that is the class's name as it is printed: 社会保障和就业 for 社会保障和就业支出. */
function endOf(words: string, name: string): string {
  const wanted = foldName(name)
  for (let from = words.length - 1; from >= 0; from--)
    if (foldName(words.slice(from)) === wanted && foldName(words.slice(from - 1)) !== wanted)
      return words.slice(from)
  return name
}

/** The class whose name ends the words before the mark: list numbers and 其中 stand before it. */
function classNamed(words: string, year: number): { code: string; printed: string } | undefined {
  const folded = foldName(words)
  let best: { code: string; printed: string } | undefined
  for (const { code, names } of functionClasses(year))
    for (const name of names)
      if (folded.endsWith(foldName(name)) && name.length > (best?.printed.length ?? 0))
        best = { code, printed: name }
  return best
}

/** The filing's own tables print the name below the upper code: the catalogue need not know it. */
export const isPrintedBelow = (filing: Extracted, name: string, above: string, length: number): boolean =>
  filing.facts.some(
    (f) =>
      f.source === 'table' &&
      f.function_code.length === length &&
      f.function_code.startsWith(above) &&
      foldName(f.label) === foldName(name),
  )
