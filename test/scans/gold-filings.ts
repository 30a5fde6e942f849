import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A filing with complete labels. */
export interface GoldFiling {
  /** `<place>__<file name without extension>`, as the labels are called. */
  name: string
  pdf: string
  /** Its labelled facts; none where it is not labelled. */
  facts?: string
}

/** The filings all of whose figures are labelled, found by their labels' names. */
export function goldFilings(gold: string, filings: string): GoldFiling[] {
  const pdfs = new Map(allFilings(filings).map(({ name, pdf }) => [name, pdf]))
  return readdirSync(gold)
    .filter((file) => file.endsWith('.facts.csv'))
    .map((file) => file.slice(0, -'.facts.csv'.length))
    .filter((name) => !existsSync(join(gold, `${name}.partial`)))
    .sort()
    .map((name) => {
      const pdf = pdfs.get(name)
      if (!pdf) throw new Error(`no filing for the labels ${name}`)
      return { name, pdf, facts: join(gold, `${name}.facts.csv`) }
    })
}

/** All PDFs of a folder. */
export const allFilings = (filings: string): GoldFiling[] =>
  readdirSync(filings, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith('.pdf'))
    .map((e) => ({
      name: `${basename(e.parentPath)}__${e.name.slice(0, -'.pdf'.length)}`,
      pdf: join(e.parentPath, e.name),
    }))

/** The last PDFs that the catalogue of a folder of filings names; web pages are no paper to scan. */
export const newestFilings = (filings: string, count: number): GoldFiling[] =>
  readFileSync(join(filings, 'CATALOG.tsv'), 'utf8')
    .split('\n')
    .map((row) => row.split('\t')[0] as string)
    .filter((path) => path.endsWith('.pdf'))
    .slice(-count)
    .map((path) => ({ name: path.slice(0, -'.pdf'.length).replace('/', '__'), pdf: join(filings, path) }))
