import { readFileSync } from 'node:fs'

/**
 * Reads one of the catalogue's own files: header row, comma (tab in `.tsv`), no quotes (the tests hold the data to that).
 * Throws when a row has another number of fields than the header: the data is part of the code.
 */
export function readData(file: string): Record<string, string>[] {
  const separator = file.endsWith('.tsv') ? '\t' : ','
  const lines = readFileSync(new URL(`../catalogue/data/${file}`, import.meta.url), 'utf8')
    .replace(/[\r\n]+$/, '')
    .split(/\r?\n/)
  const header = (lines.shift() as string).split(separator)
  return lines.map((line, i) => {
    const fields = line.split(separator)
    if (fields.length !== header.length) throw new Error(`${file}:${i + 2} has ${fields.length} fields`)
    return Object.fromEntries(header.map((name, column) => [name, fields[column] as string]))
  })
}

/** A value that is made at its first use and kept: commands that never ask for it do not pay for it. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
