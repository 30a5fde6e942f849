// The program as it is shipped: a start reads some fifty files, not eight hundred, and costs half the processor time.
import { defineConfig } from 'vite'

/** Made of many small modules, and of nothing but JavaScript: built in. All other packages stay where npm puts them. */
const BUILT_IN =
  /^(?:zod|csv-parse|csv-stringify|parse5|entities|string-width|get-east-asian-width|strip-ansi|ansi-regex)(?:\/|$)/

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    // Whoever reads a stack finds names and the file they come from (`//#region src/…`).
    minify: false,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: {
        cli: 'src/cli.ts',
        index: 'src/index.ts',
        'run/worker': 'src/run/worker.ts',
        // Doors for the workers of tests, which have to start as fast as the real one.
        'publish/index': 'src/publish/index.ts',
        'run/hold': 'src/run/hold.ts',
      },
      external: (id) => /^[a-z@]/.test(id) && !id.startsWith('src/') && !BUILT_IN.test(id),
      // One folder deep, like the rooms: what is found by `import.meta.url` is where it was.
      output: { entryFileNames: '[name].js', chunkFileNames: 'code/[name].js' },
    },
  },
})
