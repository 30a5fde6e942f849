// Piles on disk: sorted parts that are merged as they are read.
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { NewPile, Pile } from '../model/pile.js'

/** Rows of a pile in memory: a few megabytes of findings. */
const IN_MEMORY = 2_000
/** So many parts of one size become one: each that is read is an open file. */
const PARTS = 32

/** All piles of one folder, which goes with them; it appears when the first pile is too high for memory. */
export class Piles {
  constructor(
    private readonly folder: string,
    private readonly inMemory = IN_MEMORY,
  ) {}

  readonly of: NewPile = <T>(compare: (a: T, b: T) => number = () => 0) =>
    new PileOnDisk<T>(this.folder, this.inMemory, compare)

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }
}

/** A file of sorted rows, and how often they were merged. */
interface Part {
  path: string
  merged: number
}

class PileOnDisk<T> implements Pile<T> {
  private latest: T[] = []
  /** Older rows, the oldest first. */
  private parts: Part[] = []

  constructor(
    private readonly folder: string,
    private readonly inMemory: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  async add(row: T): Promise<void> {
    this.latest.push(row)
    if (this.latest.length < this.inMemory) return
    const rows = this.latest.sort(this.compare)
    this.latest = []
    this.parts.push({ path: await this.written(rows), merged: 0 })
    for (let last = this.last(); last.length === PARTS; last = this.last()) {
      const path = await this.written(this.merged(last.map((p) => rowsIn<T>(p.path))))
      for (const part of last) await rm(part.path)
      this.parts = [...this.parts.slice(0, -PARTS), { path, merged: (last[0]?.merged ?? 0) + 1 }]
    }
  }

  async *rows(): AsyncGenerator<T> {
    const latest = this.latest.sort(this.compare)
    if (this.parts.length === 0) yield* latest
    else yield* this.merged([...this.parts.map((p) => rowsIn<T>(p.path)), inTurn(latest)])
  }

  /** The newest parts, as far as they are of one size. */
  private last(): Part[] {
    const last = this.parts.slice(-PARTS)
    return last.every((part) => part.merged === last[0]?.merged) ? last : []
  }

  /** Of equal rows the one of the older part is first. */
  private async *merged(parts: AsyncGenerator<T>[]): AsyncGenerator<T> {
    const heads: { row: T; part: AsyncGenerator<T> }[] = []
    try {
      for (const part of parts) {
        const { value, done } = await part.next()
        if (!done) heads.push({ row: value, part })
      }
      while (heads.length > 0) {
        const first = heads.reduce((a, b) => (this.compare(a.row, b.row) <= 0 ? a : b))
        yield first.row
        const { value, done } = await first.part.next()
        if (done) heads.splice(heads.indexOf(first), 1)
        else first.row = value
      }
    } finally {
      for (const { part } of heads) await part.return(undefined)
    }
  }

  private async written(rows: Iterable<T> | AsyncIterable<T>): Promise<string> {
    await mkdir(this.folder, { recursive: true })
    const path = join(this.folder, randomBytes(8).toString('hex'))
    await pipeline(Readable.from(linesOf(rows)), createWriteStream(path))
    return path
  }
}

async function* linesOf(rows: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}

async function* rowsIn<T>(path: string): AsyncGenerator<T> {
  const file = createReadStream(path)
  try {
    for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY }))
      yield JSON.parse(line)
  } finally {
    file.destroy()
  }
}

async function* inTurn<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}
