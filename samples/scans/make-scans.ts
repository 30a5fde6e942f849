// Makes an image-only PDF of a digital one, as worn as an office's scanner leaves it:
//   npm run make-scans -- FILE.pdf [--out FILE] [--dpi 200] [--skew 1] [--noise N] [--jpeg 50] [--blur R] [--shadow]
//     [--fold] [--seal] [--bleed] [--bilevel] [--strips 40] [--columns 3]
//     [--colour] [--photo] [--marks] [--handwriting] [--fax] [--spread] [--stamp red|black]
//     [--layer right|digit|garbage|shifted] [--turn 90|180|270] [--pages 1-3] [--seed 1]
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { LAYERS } from './layer.js'
import { scanPdf } from './scan.js'
import { PLAIN, type Treatment } from './treatment.js'

const NUMBERS = ['dpi', 'skew', 'noise', 'jpeg', 'blur', 'strips', 'columns', 'seed'] as const
const SWITCHES = [
  'shadow',
  'fold',
  'seal',
  'bleed',
  'bilevel',
  'colour',
  'photo',
  'marks',
  'handwriting',
  'fax',
  'spread',
] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    pages: { type: 'string' },
    turn: { type: 'string', default: '0' },
    layer: { type: 'string', default: '' },
    stamp: { type: 'string', default: '' },
    ...(Object.fromEntries(NUMBERS.map((n) => [n, { type: 'string' }])) as Record<
      string,
      { type: 'string' }
    >),
    ...(Object.fromEntries(SWITCHES.map((s) => [s, { type: 'boolean' }])) as Record<
      string,
      { type: 'boolean' }
    >),
  },
})
const given = values as Record<string, string | boolean | undefined>

function wrongUsage(why: string): never {
  console.error(
    `${why}\nusage: npm run make-scans -- FILE.pdf [--out FILE] [--pages 1-3] [--turn 90|180|270]`,
  )
  console.error(
    `  ${NUMBERS.map((n) => `[--${n} N]`).join(' ')} ${SWITCHES.map((s) => `[--${s}]`).join(' ')}`,
  )
  process.exit(2)
}

const [file] = positionals
if (!file) wrongUsage('no file is given')
const treatment: Treatment = { ...PLAIN }
for (const name of NUMBERS) {
  if (given[name] === undefined) continue
  // parseArgs takes a number below zero for an option: --skew=-1.
  treatment[name] = Number(given[name])
  if (Number.isNaN(treatment[name])) wrongUsage(`--${name} takes a number`)
}
for (const name of SWITCHES) treatment[name] = given[name] === true
const turned = Number(given.turn)
if (turned !== 0 && turned !== 90 && turned !== 180 && turned !== 270)
  wrongUsage('--turn takes 90, 180 or 270')
treatment.turn = turned
const layer = LAYERS.find((l) => l === given.layer)
if (layer === undefined) wrongUsage(`--layer takes ${LAYERS.filter(Boolean).join(', ')}`)
treatment.layer = layer
if (given.stamp !== '' && given.stamp !== 'red' && given.stamp !== 'black')
  wrongUsage('--stamp takes red or black')
treatment.stamp = given.stamp
const pages = /^(\d+)(?:-(\d+))?$/.exec(String(given.pages ?? '1-99999'))
if (!pages) wrongUsage('--pages takes 3 or 1-3')
const [first, last] = [Number(pages[1]), Number(pages[2] ?? pages[1])]
const out = String(given.out ?? file.replace(/\.pdf$/i, '').concat('.scan.pdf'))
writeFileSync(out, await scanPdf(readFileSync(file), treatment, (page) => page >= first && page <= last))
console.log(out)
