import { rm } from 'node:fs/promises'
import type { PanelRow } from '../model/panel-row.js'
import type { ControlLine } from '../model/region.js'
import { Database, DatasetError, firstLine } from './duckdb.js'
import { panelSql } from './panel-sql.js'
import { type DatasetTable, parquetPath, writeParquet } from './parquet.js'
import { controlPrintsSql, duplicatesSql, INPUT_TABLES, paperSql, twinTablesSql } from './region-sql.js'

/** A filing as the questions over all filings know it. */
export interface DatasetPaper {
  filingId: string
  setId: string
  organizationId: string
  level: 'department' | 'unit'
  kind: string
  year: string
  source: string
  /** Name of its organization. */
  organization: string
  status: string
  /** Box of its first page. */
  firstPage: string
}

/** A printed figure; decimals are text. */
export interface Print {
  factId: string
  filingId: string
  value: string
  /** Half the width of the interval that its digits stand for. */
  half: string
  raw: string
  unit: string
  label: string
  page: number
  bbox: string
  place: string
}

/** Of a control line and an organization: the most exact print, and whether any two cannot both be true. */
export interface ControlPrint extends Print {
  line: number
  organizationId: string
  contradicts: boolean
}

/** Two papers of one organization, kind and year, and what both print. */
export interface DuplicateFigures {
  first: string
  second: string
  compared: number
  /** How many the one that prints more has. */
  figures: number
  /** Totals first, then as they differ most; at most 20. */
  differing: { first: Print; second: Print }[]
  /** How many differ. */
  differ: number
}

/** The dataset of one output folder while it is made. */
export class Dataset {
  private constructor(
    private readonly output: string,
    private readonly database: Database,
  ) {}

  /** What an earlier run left is removed: beside new CSV files it would say something else. */
  static async open(output: string, tables: readonly DatasetTable[]): Promise<Dataset> {
    await Dataset.remove(output, tables).catch((error: Error) => {
      throw new DatasetError('failed', firstLine(error))
    })
    return new Dataset(output, await Database.open(output))
  }

  static async remove(output: string, tables: readonly DatasetTable[]): Promise<void> {
    for (const { name } of tables) await rm(parquetPath(output, name), { recursive: true, force: true })
  }

  /** Takes over a CSV that is whole. */
  take(table: DatasetTable): Promise<void> {
    return writeParquet(this.database, this.output, table)
  }

  /** Tells which filings there are, and whose. */
  async papers(papers: AsyncIterable<DatasetPaper>): Promise<void> {
    await this.database.run(INPUT_TABLES)
    await this.append('paper', papers, (p) => [
      p.filingId,
      p.setId,
      p.organizationId,
      p.level,
      p.kind,
      p.year,
      p.source,
      p.organization,
      p.status,
      p.firstPage,
    ])
  }

  /** A paper that it was told of, while rows of an answer are being taken. */
  paper(filingId: string): Promise<DatasetPaper | undefined> {
    return this.database.one(paperSql(filingId)) as Promise<DatasetPaper | undefined>
  }

  /** What departments print of each control line, line by line. Needs `papers`, and facts, tables and sections. */
  async *controlPrints(lines: readonly ControlLine[]): AsyncGenerator<ControlPrint> {
    await this.append('control', lines, (c) => [
      c.line,
      c.kind,
      c.year,
      c.basis,
      c.concept,
      c.fund,
      c.function_code,
    ])
    yield* this.database.rows(controlPrintsSql(this.output)) as AsyncGenerator<never>
  }

  /** Papers that stand twice for one organization, kind and year. Needs `papers`, and facts, tables and sections. */
  async *duplicates(): AsyncGenerator<DuplicateFigures> {
    await this.database.run(twinTablesSql(this.output))
    yield* this.database.rows(duplicatesSql(this.output)) as AsyncGenerator<never>
  }

  /** One row for each amount of each organization and year, in order. Needs facts, filings and organizations. */
  panel(): AsyncGenerator<PanelRow> {
    return this.database.rows(panelSql(this.output)) as AsyncGenerator<never>
  }

  close(): Promise<void> {
    return this.database.close()
  }

  private async append<T>(
    table: string,
    rows: Iterable<T> | AsyncIterable<T>,
    cells: (row: T) => (string | number)[],
  ) {
    try {
      const appender = await this.database.connection.createAppender(table)
      for await (const row of rows) {
        for (const cell of cells(row))
          if (typeof cell === 'number') appender.appendInteger(cell)
          else appender.appendVarchar(cell)
        appender.endRow()
      }
      appender.closeSync()
    } catch (error) {
      throw new DatasetError('failed', firstLine(error as Error))
    }
  }
}
