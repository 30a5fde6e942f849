// The lists of an output: gathered while filings pass, written when all is judged.

import type { RegionCase, RegionRow } from '../check/index.js'
import { FilingLines, lists } from '../lists/index.js'
import { type Language, speaker } from '../locales/index.js'
import type { Filing } from '../model/filing.js'
import type { Arranged } from '../model/finding-row.js'
import { mattersOf } from '../model/matters.js'
import type { Organization } from '../model/organization.js'
import { annotateFilings, type CopyMeans } from './annotated.js'
import { RegionSheets } from './control-sheet.js'
import { ListFiles } from './list-files.js'
import { listWords } from './list-words.js'
import { sayFinding } from './report-words.js'

export class RunLists {
  private readonly filings = new FilingLines()
  private readonly sheets = new RegionSheets()

  constructor(
    private readonly output: string,
    private readonly language: Language,
  ) {}

  add(filing: Filing): void {
    this.filings.add(filing)
  }

  region(about: RegionCase, rows: readonly RegionRow[]): void {
    this.sheets.add(about, rows)
    if (about.of !== 'duplicate') return
    for (const print of about.differing.flatMap(({ first, second }) => [first, second]))
      this.filings.addPrint(print.factId, print)
  }

  /** Writes them; those of an earlier run that are none of this one go. */
  async write({ rows }: Arranged, organizations: readonly Organization[], means?: CopyMeans): Promise<void> {
    const files = await listFiles(this.output, this.language)
    const folder = speaker(this.language)('lists.folder')
    const listed = {
      matters: mattersOf(rows, this.filings.printedPage, sayFinding),
      language: this.language === 'en' ? ('en' as const) : ('zh' as const),
      filings: this.filings,
      organizations,
      control: this.sheets.control,
      roster: this.sheets.roster,
    }
    for await (const { name, bytes } of lists(listed, listWords(this.language)))
      await files.put(`${folder}/${name}`, bytes)
    await annotateFilings(this.output, files, listed.matters, this.language, means)
    await files.settle()
  }
}

const listFiles = (output: string, language: Language): Promise<ListFiles> => {
  const speak = speaker(language)
  return ListFiles.open(output, (name, n) =>
    n === 1 ? speak('lists.filled-in', { name }) : speak('lists.filled-in.again', { name, n }),
  )
}

/** Beside tables that they were not made from they would say something else. */
export const removeLists = async (output: string, language: Language): Promise<void> =>
  (await listFiles(output, language)).settle()
