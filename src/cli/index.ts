// The command line: commands, their options and words; what a command does stands in the file of its name.
import { Command, CommanderError } from 'commander'
import { TABLES_OF_OUTPUT } from '../publish/index.js'
import { VERSION } from '../run/engine.js'
import { schemaNames } from '../schemas.js'
import { defect } from './defect.js'
import { EXIT } from './exit.js'
import { speak } from './language.js'
import { checks, schema } from './look-up.js'
import { answerFormat, minDifference, ocrChoice, pdfEngine, positive, several } from './options.js'
import { query } from './query.js'
import { check, run } from './run.js'
import { show } from './show.js'

const program = new Command('yusuan')
  .description(speak('cli.description'))
  .version(VERSION)
  .option('--lang <lang>', speak('cli.lang'), 'zh-CN')
  .showSuggestionAfterError()
  .showHelpAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `
${speak('cli.examples')}
  yusuan run 部门预算/ --out 结果
  yusuan run "2026 年 预算/财政局.pdf" --concurrency 2
  yusuan show 财政局.pdf --page 12
  yusuan show 财政局.pdf --numbers
  yusuan check 结果 --control 控制数.csv --roster 名单.csv
  yusuan query "SELECT check_id, count(*) FROM findings GROUP BY ALL" --output 结果
  yusuan schema fact
  yusuan checks YS-TABLE-COLUMN-TOTAL`,
  )

/** What a bureau supplies to a command that checks filings, and how their findings are weighed and told. */
const checking = (command: Command): Command =>
  command
    .option('--control <file>', speak('cli.control'))
    .option('--roster <file>', speak('cli.roster'))
    .option('--min-difference <yuan>', speak('cli.run.min-difference'), minDifference)
    .option('--baseline <folder>', speak('cli.run.baseline'))
    .option('--fail-on <severity>', speak('cli.run.fail-on'))
    .option('--json', speak('cli.run.json'))

checking(
  program
    .command('run')
    .description(speak('cli.run'))
    .argument('<paths...>', speak('cli.run.paths'))
    .option('-o, --out <folder>', speak('cli.run.out'), 'output')
    .option('-c, --concurrency <n>', speak('cli.run.concurrency'), positive('--concurrency'))
    .option('--time-limit <seconds>', speak('cli.run.time-limit'), positive('--time-limit'))
    .option('--total-time-limit <seconds>', speak('cli.run.total-time-limit'), positive('--total-time-limit'))
    .option('--memory-limit <MiB>', speak('cli.run.memory-limit'), positive('--memory-limit'))
    .option('--max-pages <n>', speak('cli.run.max-pages'), positive('--max-pages'))
    .option('--pdf-engine <name>', speak('cli.pdf-engine'), pdfEngine, 'pdfium')
    .option('--ocr <name>', speak('cli.ocr'), ocrChoice, 'auto')
    .option('--ocr-models <folder>', speak('cli.ocr-models'))
    .option('--verify', speak('cli.verify'))
    .option('--password <text>', speak('cli.password'), several)
    .option('--force', speak('cli.run.force')),
).action(run)

checking(
  program.command('check').description(speak('cli.check')).argument('<output>', speak('cli.check.output')),
).action(check)

program
  .command('query')
  .description(speak('cli.query'))
  .argument('<sql>', speak('cli.query.sql', { names: TABLES_OF_OUTPUT.map((t) => t.name).join(', ') }))
  .option('--out, --output <folder>', speak('cli.run.out'), 'output')
  .option('--format <format>', speak('cli.query.format'), answerFormat, 'table')
  .option('--time-limit <seconds>', speak('cli.query.time-limit'), positive('--time-limit'))
  .action(query)

program
  .command('show')
  .description(speak('cli.show'))
  .argument('<file>', speak('cli.show.file'))
  .option('-p, --page <n>', speak('cli.show.page'), positive('--page'))
  .option('-n, --numbers', speak('cli.show.numbers'))
  .option('--svg <file>', speak('cli.show.svg'))
  .option('--pdf-engine <name>', speak('cli.pdf-engine'), pdfEngine, 'pdfium')
  .option('--ocr <name>', speak('cli.ocr'), ocrChoice, 'auto')
  .option('--ocr-models <folder>', speak('cli.ocr-models'))
  .option('--verify', speak('cli.verify'))
  .option('--password <text>', speak('cli.password'), several)
  .action(show)

program
  .command('schema')
  .description(speak('cli.schema'))
  .argument('[name]', speak('cli.schema.name', { names: schemaNames.join(', ') }), 'filing')
  .action(schema)

program
  .command('checks')
  .description(speak('cli.checks'))
  .argument('[code]', speak('cli.checks.code'))
  .action(checks)

// Node would end with 1, which is for findings.
process.on('uncaughtException', defect)
process.on('unhandledRejection', defect)
// `| head` reads no further than it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failures),
)

try {
  await program.parseAsync()
} catch (error) {
  // Commander throws where it would exit; help and version are no errors.
  if (!(error instanceof CommanderError)) defect(error)
  const asked = ['commander.helpDisplayed', 'commander.help', 'commander.version'].includes(error.code)
  process.exitCode = asked && error.exitCode === 0 ? EXIT.done : EXIT.usage
}
