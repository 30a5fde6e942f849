// Writes schemas/*.json; a test fails when they are stale.
import { writeFileSync } from 'node:fs'
import { schemaNames, schemaText } from './schemas.js'

for (const name of schemaNames)
  writeFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), schemaText(name))
