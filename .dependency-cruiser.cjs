// The rooms are one-way: a room may import model/ and catalogue/ and nothing of its neighbours.
const ROOMS = [
  'ingest',
  'read',
  'layout',
  'extract',
  'verify',
  'resolve',
  'check',
  'requirements',
  'organizations',
  'control',
  'second-look',
  'publish',
  'report',
  'lists',
  'dataset',
]
/** Those that know how filings are run: they enter other rooms by their doors. */
const OUTSIDE =
  '^src/(run|cluster|review|locales|pipeline|progress|summary|answer|explain|schemas|write-schemas|cli|index)'

module.exports = {
  forbidden: [
    ...ROOMS.map((room) => ({
      name: `${room}-stays-in-its-room`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${room}|model|catalogue)/` },
    })),
    {
      name: 'model-knows-nothing-else',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'catalogue-knows-model-alone',
      severity: 'error',
      from: { path: '^src/catalogue/' },
      to: { path: '^src/', pathNot: '^src/(catalogue|model)/' },
    },
    {
      name: 'rooms-are-entered-by-their-door',
      comment: 'Outside of a room only its index.ts is known.',
      severity: 'error',
      from: { path: OUTSIDE },
      to: { path: `^src/(${ROOMS.join('|')})/`, pathNot: `^src/(${ROOMS.join('|')})/index\\.ts$` },
    },
    {
      name: 'only-the-pipeline-knows-the-order',
      comment:
        'How filings are judged together is the business of run/, and who may recognize pages that of whoever asks.',
      severity: 'error',
      from: { path: OUTSIDE, pathNot: '^src/pipeline' },
      to: { path: '^src/(layout|extract|verify|resolve)/' },
    },
    {
      name: 'viewer-runs-in-a-browser',
      comment:
        'It knows the data it shows and its words; nothing of the program knows it but as built files.',
      severity: 'error',
      from: { path: '^src/viewer/' },
      to: { path: '^src/', pathNot: '^src/(viewer/|model/|locales/(?:report\\.|number-reasons))' },
    },
    {
      name: 'nothing-imports-the-viewer',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/viewer/' },
      to: { path: '^src/viewer/' },
    },
    {
      name: 'duckdb-behind-its-door',
      comment: 'A platform without DuckDB has no dataset, and everything else.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dataset/' },
      to: { path: '@duckdb/' },
    },
    {
      name: 'cluster-behind-its-door',
      comment: 'Whoever works on one machine needs neither its packages nor its Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cluster/|cli/cluster)' },
      to: { path: '(^src/cluster/)|(node_modules/(pg|pg-boss|@aws-sdk)/)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-utils',
      severity: 'error',
      from: {},
      to: { path: '(^|/)utils?(/|\\.ts$)', pathNot: 'node_modules' },
    },
    {
      name: 'known-packages',
      severity: 'error',
      // The viewer is built, with what it imports, before it is shipped.
      from: { path: '^src/', pathNot: '^src/viewer/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        // Optional peers, which are here for the tests.
        pathNot: 'node_modules/(pg|pg-boss|@aws-sdk)/',
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs'], conditionNames: ['import', 'default'] },
  },
}
