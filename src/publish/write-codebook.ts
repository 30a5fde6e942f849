// Writes docs/codebook.md from the columns and their words; a test fails when it is stale.
import { writeFileSync } from 'node:fs'
import { codebookPage } from './codebook.js'

writeFileSync(new URL('../../docs/codebook.md', import.meta.url), codebookPage())
