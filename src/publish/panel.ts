import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Filing } from '../model/filing.js'
import type { PanelRow } from '../model/panel-row.js'
import { PANEL, PANEL_FILE } from './columns.js'
import { CsvFile } from './files.js'

/** Writes panel.csv from rows in their order. */
export async function writePanel(output: string, rows: AsyncIterable<PanelRow>): Promise<void> {
  const file = new CsvFile(join(output, PANEL_FILE), PANEL)
  try {
    for await (const row of rows) await file.write(row, {} as Filing)
  } catch (error) {
    await file.discard()
    throw error
  }
  await file.close()
}

/** Beside tables that it was not made from it would say something else. */
export const removePanel = (output: string): Promise<void> => rm(join(output, PANEL_FILE), { force: true })
