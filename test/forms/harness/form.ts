// A golden form: a page and what is to be read from it.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { findSources } from '../../../src/ingest/index.js'
import type { Filing } from '../../../src/model/filing.js'
import { processFiling } from '../../../src/pipeline.js'
import { fileName, PAGES_BEFORE, pagesBefore } from './before-page.js'
import { drawPages } from './draw-page.js'
import { actualOf, differences, hasSubstance, readExpectations, writeExpectations } from './expected.js'
import { parsePage } from './page-text.js'

/** The folders of forms in a folder. */
export const formsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'harness')
    .map((entry) => entry.name)
    .sort()

/** Reads a form; what differs from its expectations, as lines. With `update` the expectations are rewritten. */
export async function readForm(folder: string, update: boolean): Promise<string[]> {
  const paper = await paperOf(folder)
  const { KEEP_PAGES } = process.env
  if (KEEP_PAGES) writeFileSync(join(KEEP_PAGES, `${basename(folder)}${extname(paper.name)}`), paper.bytes)
  const filing = await processed(paper)
  const actual = actualOf(filing, paper.before)
  if (update) writeExpectations(folder, actual)
  const expected = readExpectations(folder)
  if (!hasSubstance(expected))
    return ['expects nothing: facts.csv, sections.csv, tables.csv or filing.csv is missing']
  const read = filing.status === 'ok' || filing.status === 'partial' || expected.has('filing.csv')
  const refused = read ? [] : [`not read: ${filing.status} ${filing.message}`]
  return [...refused, ...differences(expected, actual)]
}

interface PaperFile {
  name: string
  bytes: Buffer
  /** So many pages at its beginning are not the form's. */
  before: number
}

async function paperOf(folder: string): Promise<PaperFile> {
  const nameFile = join(folder, 'name.txt')
  const given = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : undefined
  const written = join(folder, 'page.md')
  if (existsSync(written)) {
    const { front, blocks } = parsePage(readFileSync(written, 'utf8'))
    const bytes = await drawPages([...(front.bare ? [] : pagesBefore(front)), blocks])
    return { name: given ?? `${fileName(front)}.pdf`, bytes, before: front.bare ? 0 : PAGES_BEFORE }
  }
  const page = ['page.html', 'page.pdf'].find((name) => existsSync(join(folder, name)))
  if (!page) throw new Error(`${folder}: no page.md, page.html or page.pdf`)
  const name = given ?? `${fileName(parsePage('').front)}${page.slice('page'.length)}`
  return { name, bytes: readFileSync(join(folder, page)), before: 0 }
}

async function processed({ name, bytes }: PaperFile): Promise<Filing> {
  const folder = mkdtempSync(join(tmpdir(), 'form-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const { sources } = await findSources([path])
    return await processFiling(sources[0]!, { ocr: 'off' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
