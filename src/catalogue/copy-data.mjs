// The build compiles TypeScript only; the catalogue's CSV files have to stand beside the compiled code too.
import { cpSync } from 'node:fs'

cpSync(new URL('./data/', import.meta.url), new URL('../../dist/catalogue/data/', import.meta.url), {
  recursive: true,
})

// A row without its example, a word with two meanings in one place, a requirement nobody can decide: each fails the build.
const { lexicon } = await import(new URL('../../dist/catalogue/lexicon.js', import.meta.url))
lexicon()
const { requirements } = await import(new URL('../../dist/catalogue/requirements.js', import.meta.url))
requirements()
