import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { Filing } from '../model/filing.js'
import { shown } from '../model/shown.js'
import type { Column, Scalar } from './columns.js'

/** A reader never sees half a file: it is written under another name and renamed when it is whole. */
const temporary = (path: string): string => `${path}.${process.pid}-${randomBytes(4).toString('hex')}.part`

export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const part = temporary(path)
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Spreadsheets run cells that begin like this as formulas, those of China in full width too, unless they are numbers. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/

/** A value as it stands in a cell: formulas disarmed, nothing for null. */
export function cellText(value: Scalar): string {
  // A filing that an earlier version wrote lacks what that did not know.
  if (value === null || value === undefined) return ''
  const text = shown(String(value))
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** One CSV of the contract, written row by row: BOM, header, RFC 4180. */
export class CsvFile<T> {
  private readonly part: string
  private readonly rows
  private readonly done: Promise<void>
  private closed = false

  constructor(
    private readonly path: string,
    private readonly columns: Column<T>[],
  ) {
    this.part = temporary(path)
    this.rows = stringify({ bom: true, header: true, columns: columns.map((c) => c.name) })
    this.done = pipeline(this.rows, createWriteStream(this.part))
    // Whoever writes or closes is told; nobody else has to wait for it.
    this.done.catch(() => undefined)
  }

  write(row: T, filing: Filing): Promise<void> {
    return this.writeCells(this.columns.map((c) => c.value(row, filing)))
  }

  async writeCells(cells: readonly Scalar[]): Promise<void> {
    // A full disk ends the pipeline: from there on no row is asked for any more.
    if (this.rows.destroyed) await this.done
    if (!this.rows.write(cells.map(cellText))) await once(this.rows, 'drain')
  }

  /** Ends the file and gives it its name. */
  async close(): Promise<void> {
    try {
      this.rows.end()
      await this.done
      await rename(this.part, this.path)
      this.closed = true
    } catch (error) {
      await rm(this.part, { force: true }).catch(() => undefined)
      throw error
    }
  }

  /** Takes back a file that will not be finished. */
  async discard(): Promise<void> {
    if (this.closed) return
    this.rows.end()
    await this.done.catch(() => undefined)
    await rm(this.part, { force: true })
  }
}
