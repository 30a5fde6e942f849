// Makes the samples, or a whole district for load tests:
//   npm run generate -- --samples
//   npm run generate -- --district 200 --years 2 --out DIR [--seed 7] [--faults] [--font FILE[#FACE]]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { district } from './district.js'
import { setIn } from './pdf-paper.js'
import { finished, samples } from './samples.js'
import { type Planted, plantedText, writeTruth } from './truth.js'

async function writeSamples(root: string): Promise<void> {
  for (const sample of samples()) {
    const folder = join(root, 'filings', sample.folder)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${sample.name}.${sample.paper.extension}`), await finished(sample))
    writeTruth(join(root, 'truth'), `${sample.folder}__${sample.name}`, sample.paper.truth)
  }
}

/** Without faults the filings stand in `out`; with faults in `out/filings`, and beside them what is wrong in which. */
async function writeDistrict(
  count: number,
  years: number,
  seed: number,
  out: string,
  withFaults: boolean,
): Promise<void> {
  const folder = withFaults ? join(out, 'filings') : out
  mkdirSync(folder, { recursive: true })
  const truth: Planted[] = []
  for (const { name, paper, fault } of district(count, years, seed, withFaults)) {
    writeFileSync(join(folder, `${name}.pdf`), await paper.finish())
    if (fault) truth.push({ filing: `${name}.pdf`, ...fault })
  }
  if (withFaults) writeFileSync(join(out, 'truth.csv'), plantedText(truth))
}

const { values } = parseArgs({
  options: {
    samples: { type: 'boolean' },
    district: { type: 'string' },
    years: { type: 'string', default: '1' },
    seed: { type: 'string', default: '7' },
    out: { type: 'string' },
    faults: { type: 'boolean', default: false },
    font: { type: 'string' },
  },
})
if (values.font) {
  const [file, name] = values.font.split('#') as [string, string?]
  if (!existsSync(file)) {
    console.error(`--font: there is no file ${file}`)
    process.exit(2)
  }
  setIn({ file, ...(name ? { name } : {}) })
}
if (values.samples) await writeSamples(new URL('..', import.meta.url).pathname)
if (values.district)
  await writeDistrict(
    Number(values.district),
    Number(values.years),
    Number(values.seed),
    values.out ?? 'output/district',
    values.faults,
  )
