// Writes docs/checks.md from the registry; a test fails when it is stale.
import { writeFileSync } from 'node:fs'
import { checksPage } from './docs.js'

writeFileSync(new URL('../../docs/checks.md', import.meta.url), checksPage())
