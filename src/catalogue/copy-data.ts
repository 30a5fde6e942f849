// The build takes in code only; the catalogue's CSV files have to stand beside it too.
import { cpSync } from 'node:fs'
import { lexicon } from './lexicon.js'
import { requirements } from './requirements.js'

cpSync(new URL('./data/', import.meta.url), new URL('../../dist/catalogue/data/', import.meta.url), {
  recursive: true,
})

// A row without its example, a word with two meanings in one place, a requirement nobody can decide: each fails the build.
lexicon()
requirements()
