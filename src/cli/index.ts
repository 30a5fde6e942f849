// The command line: commands, their options and words; what a command does stands in the file of its name.
import { Command, CommanderError, Option } from 'commander'
import { concepts } from '../catalogue/index.js'
import { FilingKind, Fund, Nature, OrganizationLevel } from '../model/filing.js'
import { TABLES_OF_OUTPUT } from '../publish/index.js'
import { VERSION } from '../run/engine.js'
import { schemaNames } from '../schemas.js'
import { defect } from './defect.js'
import { EXIT, usage } from './exit.js'
import { complaintOf, HELP, showHelp } from './help.js'
import { speak } from './language.js'
import {
  answerFormat,
  atLeast,
  codeDigits,
  known,
  minDifference,
  ocrChoice,
  pageRange,
  panelFormat,
  pdfEngine,
  positive,
  several,
  words,
  yearsAsked,
} from './options.js'
import { setVoice } from './voice.js'

type Run = typeof import('./run.js')
type Query = typeof import('./query.js')['query']
type Export = typeof import('./export.js')['exportAs']
type Panel = typeof import('./panel.js')['panel']
type Show = typeof import('./show.js')['show']
type Cluster = typeof import('./cluster.js')

const folder = `<${speak('value.folder')}>`
const file = `<${speak('value.file')}>`
const count = `<${speak('value.count')}>`
const seconds = `<${speak('value.seconds')}>`
const name = `<${speak('value.name')}>`

const program = new Command('yusuan')
  .description(speak('cli.description'))
  .version(VERSION, '-V, --version', speak('help.version'))
  .option(`--lang <${speak('value.language')}>`, speak('cli.lang'), 'zh-CN')
  .addOption(new Option('-q, --quiet', speak('cli.quiet')).conflicts('verbose'))
  .option('-v, --verbose', speak('cli.verbose'))
  .hook('preAction', (command) => setVoice(command.opts()))
  .helpOption('-h, --help', speak('help.help'))
  .helpCommand(false)
  .configureHelp(HELP)
  // What is wrong is said at the end of this file, in the language that was asked.
  .configureOutput({ outputError: () => undefined })
  .exitOverride()
  .addHelpText(
    'after',
    `
${speak('cli.examples')}
  yusuan run 部门预算/ -o 结果
  yusuan run "2026 年 预算/财政局.pdf" --concurrency 2
  yusuan show 财政局.pdf --page 12
  yusuan show 财政局.pdf --numbers
  yusuan check -o 结果 --control 控制数.csv --roster 名单.csv
  yusuan query "SELECT check_id, count(*) FROM findings GROUP BY ALL" -o 结果
  yusuan panel --wide --code-digits 0,3 -o 结果 --to 面板.csv
  yusuan schema fact
  yusuan checks YS-TABLE-COLUMN-TOTAL`,
  )

/** The folder of the results, spelled alike in all commands; `--out` is how it was spelled once. */
const withOutput = (command: Command, described: string): Command =>
  command
    .option(`-o, --output ${folder}`, described, 'output')
    .addOption(new Option(`--out ${folder}`).hideHelp())
    .on('option:out', (path: string) => command.setOptionValue('output', path))

/** What a bureau supplies to a command that checks filings, and how their findings are weighed and told. */
const checking = (command: Command): Command =>
  command
    .option(`--control ${file}`, speak('cli.control'))
    .option(`--roster ${file}`, speak('cli.roster'))
    .option(`--min-difference <${speak('value.yuan')}>`, speak('cli.run.min-difference'), minDifference)
    .option(`--baseline ${folder}`, speak('cli.run.baseline'))
    .option('--no-report', speak('cli.no-report'))
    .option('--no-lists', speak('cli.no-lists'))
    .option(`--fail-on <${speak('value.severity')}>`, speak('cli.run.fail-on'))
    .option('--json', speak('cli.run.json'))

/** How inputs are read. */
const reading = (command: Command): Command =>
  command
    .option(`--pdf-engine ${name}`, speak('cli.pdf-engine'), pdfEngine, 'pdfium')
    .option(`--ocr ${name}`, speak('cli.ocr'), ocrChoice, 'auto')
    .option(`--ocr-models ${folder}`, speak('cli.ocr-models'))
    .option('--verify', speak('cli.verify'))
    .option(`--password <${speak('value.text')}>`, speak('cli.password'), several)

const runs = withOutput(
  program
    .command('run')
    .description(speak('cli.run'))
    .argument(`<${speak('value.paths')}...>`, speak('cli.run.paths')),
  speak('cli.run.out'),
)
  .option(`-c, --concurrency ${count}`, speak('cli.run.concurrency'), positive('--concurrency'))
  .option(`--time-limit ${seconds}`, speak('cli.run.time-limit'), positive('--time-limit'))
  .option(`--total-time-limit ${seconds}`, speak('cli.run.total-time-limit'), positive('--total-time-limit'))
  .option('--memory-limit <MiB>', speak('cli.run.memory-limit'), positive('--memory-limit'))
  .option(`--max-pages ${count}`, speak('cli.run.max-pages'), positive('--max-pages'))
  .option(`--page-range <${speak('value.pages')}>`, speak('cli.run.page-range'), pageRange)
  .option('--report-only', speak('cli.run.report-only'))
  .option('--force', speak('cli.run.force'))
// A command's rooms are loaded when it is asked for: help and wrong calls answer at once.
checking(reading(runs)).action(async (...given: Parameters<Run['run']>) =>
  (await import('./run.js')).run(...given),
)

checking(
  withOutput(program.command('check').description(speak('cli.check')), speak('cli.check.output'))
    .argument('[output]')
    .usage('[options]'),
).action(async (...given: Parameters<Run['check']>) => (await import('./run.js')).check(...given))

withOutput(
  program
    .command('query')
    .description(speak('cli.query'))
    .argument('<sql>', speak('cli.query.sql', { names: TABLES_OF_OUTPUT.map((t) => t.name).join(', ') })),
  speak('cli.check.output'),
)
  .option(`--format <${speak('value.format')}>`, speak('cli.query.format'), answerFormat, 'table')
  .option(`--time-limit ${seconds}`, speak('cli.query.time-limit'), positive('--time-limit'))
  .action(async (...given: Parameters<Query>) => (await import('./query.js')).query(...given))

withOutput(program.command('panel').description(speak('cli.panel')), speak('cli.check.output'))
  .option('--wide', speak('cli.panel.wide'))
  .option('--by-fund', speak('cli.panel.by-fund'))
  .option(
    `--concept ${name}`,
    speak('cli.panel.concept'),
    known('--concept', () => [...concepts().keys()]),
  )
  .option(
    `--fund ${name}`,
    speak('cli.panel.fund'),
    known('--fund', () => ['none', ...words(Fund)]),
  )
  .option(
    `--nature ${name}`,
    speak('cli.panel.nature'),
    known('--nature', () => ['none', ...words(Nature)]),
  )
  .option(
    `--kind ${name}`,
    speak('cli.panel.kind'),
    known('--kind', () => words(FilingKind)),
  )
  .option(
    `--level ${name}`,
    speak('cli.panel.level'),
    known('--level', () => words(OrganizationLevel)),
  )
  .option(`--year <${speak('value.year')}>`, speak('cli.panel.year'), yearsAsked)
  .option(`--code-digits <${speak('value.digits')}>`, speak('cli.panel.code-digits'), codeDigits)
  .option(`--format <${speak('value.format')}>`, speak('cli.panel.format'), panelFormat)
  .option(`--to ${file}`, speak('cli.panel.to'))
  .action(async (...given: Parameters<Panel>) => (await import('./panel.js')).panel(...given))

withOutput(
  program
    .command('export')
    .description(speak('cli.export'))
    .argument(`<${speak('value.form')}>`, speak('cli.export.form')),
  speak('cli.check.output'),
)
  .option(`--to ${folder}`, speak('cli.export.to'))
  .action(async (...given: Parameters<Export>) => (await import('./export.js')).exportAs(...given))

reading(
  program
    .command('show')
    .description(speak('cli.show'))
    .argument(file, speak('cli.show.file'))
    .option(`-p, --page <${speak('value.page')}>`, speak('cli.show.page'), positive('--page'))
    .option('-n, --numbers', speak('cli.show.numbers'))
    .option(`--svg ${file}`, speak('cli.show.svg')),
).action(async (...given: Parameters<Show>) => (await import('./show.js')).show(...given))

/** Where the queue and the store of a cluster are. */
const withDatabase = (command: Command): Command =>
  command.addOption(new Option('--database-url <url>', speak('cli.database-url')).env('YUSUAN_DATABASE_URL'))

const withBatch = (command: Command): Command =>
  command.option(`--batch ${name}`, speak('cli.cluster.batch'), 'default')

const withMounts = (command: Command): Command =>
  command.option('--mount <a=b>', speak('cli.cluster.mount'), several)

const cluster = program.command('cluster').description(speak('cli.cluster')).helpCommand(false)

withDatabase(cluster.command('init').description(speak('cli.cluster.init')))
  .option('--print-roles', speak('cli.cluster.print-roles'))
  .action(async (...given: Parameters<Cluster['init']>) => (await import('./cluster.js')).init(...given))

withBatch(
  withDatabase(
    cluster
      .command('submit')
      .description(speak('cli.cluster.submit'))
      .argument(`<${speak('value.paths')}...>`, speak('cli.cluster.submit.paths')),
  ),
)
  .option(`--pdf-engine ${name}`, speak('cli.pdf-engine'), pdfEngine, 'pdfium')
  .option(`--ocr ${name}`, speak('cli.ocr'), ocrChoice, 'auto')
  .option('--verify', speak('cli.verify'))
  .option(`--max-pages ${count}`, speak('cli.run.max-pages'), positive('--max-pages'))
  .option(`--page-range <${speak('value.pages')}>`, speak('cli.run.page-range'), pageRange)
  .option('--json', speak('cli.run.json'))
  .action(async (...given: Parameters<Cluster['submit']>) => (await import('./cluster.js')).submit(...given))

withDatabase(cluster.command('status').description(speak('cli.cluster.status')))
  .option('--json', speak('cli.run.json'))
  .action(async (...given: Parameters<Cluster['status']>) => (await import('./cluster.js')).status(...given))

withDatabase(cluster.command('redrive').description(speak('cli.cluster.redrive'))).action(
  async (...given: Parameters<Cluster['redrive']>) => (await import('./cluster.js')).redrive(...given),
)

withDatabase(cluster.command('drain').description(speak('cli.cluster.drain')))
  .option('--off', speak('cli.cluster.drain.off'))
  .action(async (...given: Parameters<Cluster['drain']>) => (await import('./cluster.js')).drain(...given))

checking(
  withMounts(
    withBatch(
      withDatabase(
        cluster
          .command('publish')
          .description(speak('cli.cluster.publish'))
          .argument(folder, speak('cli.run.out')),
      ),
    ),
  ),
)
  .option('--wait', speak('cli.cluster.wait'))
  .option(`-c, --concurrency ${count}`, speak('cli.run.concurrency'), positive('--concurrency'))
  .option(`--password <${speak('value.text')}>`, speak('cli.password'), several)
  .option('--force', speak('cli.run.force'))
  .action(async (...given: Parameters<Cluster['publish']>) =>
    (await import('./cluster.js')).publish(...given),
  )

withMounts(withDatabase(program.command('worker').description(speak('cli.worker'))))
  .option(`-c, --concurrency ${count}`, speak('cli.run.concurrency'), positive('--concurrency'))
  .option(`--time-limit ${seconds}`, speak('cli.run.time-limit'), positive('--time-limit'))
  .option(`--total-time-limit ${seconds}`, speak('cli.run.total-time-limit'), positive('--total-time-limit'))
  .option('--memory-limit <MiB>', speak('cli.run.memory-limit'), positive('--memory-limit'))
  .option(`--password <${speak('value.text')}>`, speak('cli.password'), several)
  .option(`--silence ${seconds}`, speak('cli.worker.silence'), atLeast(10, '--silence'))
  .option(`--metrics-port ${count}`, speak('cli.worker.metrics-port'), positive('--metrics-port'))
  .option('--until-idle', speak('cli.worker.until-idle'))
  .action(async (...given: Parameters<Cluster['work']>) => (await import('./cluster.js')).work(...given))

program
  .command('schema')
  .description(speak('cli.schema'))
  .argument(`[${speak('value.name')}]`, speak('cli.schema.name', { names: schemaNames.join(', ') }), 'filing')
  .action(async (asked: string) => (await import('./look-up.js')).schema(asked))

program
  .command('checks')
  .description(speak('cli.checks'))
  .argument(`[${speak('value.code')}]`, speak('cli.checks.code'))
  .action(async (code?: string) => (await import('./look-up.js')).checks(code))

program
  .command('help')
  .description(speak('cli.help'))
  .argument(`[${speak('value.command')}]`, speak('cli.help.command'))
  .action((asked?: string) => {
    if (!showHelp(program, asked)) usage(speak('error.unknown-command', { name: asked ?? '' }))
  })

// Node would end with 1, which is for findings.
process.on('uncaughtException', defect)
process.on('unhandledRejection', defect)
// `| head` reads no further than it wants; what became of a run is known before it is told.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? EXIT.done) : EXIT.failures),
)
// Nobody sees how far a run is; its results are in its folder all the same.
process.stderr.on('error', () => undefined)

try {
  await program.parseAsync()
} catch (error) {
  // Commander throws where it would exit; help and version are no errors.
  if (!(error instanceof CommanderError)) defect(error)
  const asked = ['commander.helpDisplayed', 'commander.help', 'commander.version'].includes(error.code)
  if (!asked) usage(complaintOf(error))
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage
}
