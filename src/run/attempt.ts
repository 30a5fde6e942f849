import { Dataset, DatasetError } from '../dataset/index.js'
import type { PanelRow } from '../model/panel-row.js'
import { PANEL_TABLE, removePanel, TABLES_OF_OUTPUT, writePanel } from '../publish/index.js'
import type { Finish } from './finished.js'
import type { Region } from './region.js'

/** The dataset, as long as it can be made: its first fault ends it and nothing else. */
export class Attempt {
  private dataset: Dataset | undefined
  fault: Finish['dataset_fault']

  constructor(private readonly output: string) {}

  open(): Promise<void> {
    return this.guard(async () => {
      this.dataset = await Dataset.open(this.output, TABLES_OF_OUTPUT)
    })
  }

  take(which: (name: string) => boolean): Promise<void> {
    return this.guard(async () => {
      for (const table of TABLES_OF_OUTPUT) if (which(table.name)) await this.dataset?.take(table)
    })
  }

  /** Amounts per organization and year, handed through `seen`; needs the other tables. */
  panel(seen: (rows: AsyncIterable<PanelRow>) => AsyncIterable<PanelRow>): Promise<void> {
    return this.guard(async () => {
      if (!this.dataset) return
      await writePanel(this.output, seen(this.dataset.panel()))
      await this.dataset.take(PANEL_TABLE)
    })
  }

  async *cases(region: Region) {
    yield* region.rosterCases()
    if (!this.dataset) return
    try {
      yield* region.datasetCases(this.dataset)
    } catch (error) {
      await this.end(error)
    }
  }

  async close(): Promise<void> {
    await this.dataset?.close()
  }

  private async guard(work: () => Promise<void>): Promise<void> {
    if (this.fault) return
    await work().catch((error) => this.end(error))
  }

  /** Part of a dataset would answer wrongly: it goes as a whole. */
  private async end(error: unknown): Promise<void> {
    if (!(error instanceof DatasetError)) throw error
    this.fault = { code: error.code, detail: error.message }
    await this.dataset?.close()
    this.dataset = undefined
    await Dataset.remove(this.output, TABLES_OF_OUTPUT)
    await removePanel(this.output)
  }
}
