// What every check says of its failing fixture, in both languages.
import { describe, it } from 'vitest'
import { checkFiling } from '../../src/check/index.js'
import { checkRegion } from '../../src/check/region/index.js'
import { REGION_CHECKS } from '../../src/check/region/registry.js'
import { CHECKS } from '../../src/check/registry.js'
import { filingOf } from '../check/filing-of.js'
import { sayWell } from './say-well.js'

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, { failing }) => {
  it('says what fails', () => {
    sayWell(
      id,
      checkFiling(filingOf(failing)).findings.filter((f) => f.check_id === id),
    )
  })
})

describe.each(REGION_CHECKS.map((check) => [check.id, check] as const))('%s', (id, { failing }) => {
  it('says what fails', () => {
    sayWell(
      id,
      checkRegion(failing).flatMap((row) => (row.finding ? [row.finding] : [])),
    )
  })
})
