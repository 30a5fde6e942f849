import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formsIn, readForm } from './harness/form.js'

/** Forms that are not read yet have a folder of their own: FORMS=test/forms-pending npx vitest run test/forms */
const folder = process.env.FORMS ?? 'test/forms'

describe(`forms in ${folder}`, () => {
  for (const name of formsIn(folder))
    it(name, async () => {
      const lines = await readForm(join(folder, name), process.env.UPDATE_GOLDEN === '1')
      if (lines.length > 0) expect.fail(`\n${lines.join('\n')}\n`)
    })
})
