// Makes the samples, or a whole district for load tests:
//   npm run generate -- --samples
//   npm run generate -- --district 200 --years 2 --out DIR [--seed 7]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Faults } from './faults.js'
import { comprehensive } from './forms/comprehensive.js'
import { samples } from './samples.js'
import { writeTruth } from './truth.js'
import { type DepartmentYear, department } from './world.js'

async function writeSamples(root: string): Promise<void> {
  for (const sample of samples()) {
    const folder = join(root, 'filings', sample.folder)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${sample.name}.${sample.paper.extension}`), await sample.paper.finish())
    writeTruth(join(root, 'truth'), `${sample.folder}__${sample.name}`, sample.paper.truth)
  }
}

async function writeDistrict(count: number, years: number, seed: number, out: string): Promise<void> {
  mkdirSync(out, { recursive: true })
  const list = Array.from({ length: years + 1 }, (_, i) => 2025 - years + i)
  for (let i = 0; i < count; i++) {
    const all = department(seed, i, list)
    for (let y = 1; y < all.length; y++) {
      const now = all[y] as DepartmentYear
      const paper = comprehensive(now, all[y - 1] as DepartmentYear, new Faults(), i % 3 !== 0)
      writeFileSync(
        join(out, `${String(i).padStart(4, '0')}-${now.name}${now.year}.pdf`),
        await paper.finish(),
      )
    }
  }
}

const { values } = parseArgs({
  options: {
    samples: { type: 'boolean' },
    district: { type: 'string' },
    years: { type: 'string', default: '1' },
    seed: { type: 'string', default: '7' },
    out: { type: 'string' },
  },
})
if (values.samples) await writeSamples(new URL('..', import.meta.url).pathname)
if (values.district)
  await writeDistrict(
    Number(values.district),
    Number(values.years),
    Number(values.seed),
    values.out ?? 'output/district',
  )
