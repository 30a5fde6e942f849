// What the report shows of one filing, made in a worker: its data, its pages as they were read, pictures of places.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '../model/page.js'
import { type PagePicture, REPORT_FOLDER } from '../model/report.js'
import { drawParts, textPages } from '../pipeline.js'
import { writeWhole } from '../publish/index.js'
import { bandsOf, dataFile, dataPath, encoded, filingPart, paperOf, partAsFiled } from '../report/index.js'
import type { EvidenceJob } from './protocol.js'
import { readWhole } from './standing.js'

export const reportPath = (output: string, file: string): string => join(output, REPORT_FOLDER, file)

/** Writes it, and says which files below `report/` it consists of. Pictures that stand there already are not drawn again. */
export async function makeEvidence({
  evidence,
  filingId,
  output,
  source,
  options,
}: EvidenceJob): Promise<string[]> {
  const filing = await readWhole(output, filingId)
  const bands = bandsOf(filing, evidence)
  const stands = async (file: string) =>
    (await stat(reportPath(output, file)).catch(() => undefined)) !== undefined
  const missing: PagePicture[] = []
  for (const band of bands) if (!(await stands(band.file))) missing.push(band)
  const there = new Set(bands.filter((band) => !missing.includes(band)))
  if (source)
    await drawParts(
      source,
      missing.map((band) => ({ page: band.page, ...partAsFiled(band), band })),
      async ({ band }, picture) => {
        await writeWhole(reportPath(output, band.file), await encoded(picture, band.turning))
        there.add(band)
      },
      options,
    )
  const pictures = bands.filter((band) => there.has(band))
  const part = dataPath(`filings/${filingId}`)
  await writeWhole(reportPath(output, part), dataFile(`filings/${filingId}`, filingPart(filing, pictures)))
  const paper = dataPath(`papers/${filingId}`)
  if (source && !(await stands(paper))) await writePaper(output, filingId, await textPages(source, options))
  return [part, paper, ...pictures.map((picture) => picture.file)]
}

/** A filing's pages as they were read. */
export const writePaper = (output: string, filingId: string, pages: readonly Page[]): Promise<void> =>
  writeWhole(
    reportPath(output, dataPath(`papers/${filingId}`)),
    dataFile(`papers/${filingId}`, paperOf(pages)),
  )
