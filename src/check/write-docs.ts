// Writes docs/checks.md from the registry and what was measured; a test fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { checksPage, type Measured } from './docs.js'

const docs = (name: string) => new URL(`../../docs/${name}`, import.meta.url)
const measured = parse(readFileSync(docs('measured/checks.csv')), { columns: true }) as Measured[]
writeFileSync(docs('checks.md'), checksPage(measured))
