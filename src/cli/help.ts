// Commander speaks English: its titles, notes and complaints in the language that was asked.
import type { Argument, Command, CommanderError, Help, Option } from 'commander'
import type { MessageKey } from '../locales/index.js'
import { columnsOf, wrapped } from '../review/width.js'
import { speak } from './language.js'

const TITLES: Readonly<Record<string, MessageKey>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Global Options:': 'help.global-options',
  'Commands:': 'help.commands',
}

const withWords = (usage: string): string =>
  usage.replace('[options]', speak('help.some-options')).replace('[command]', speak('help.some-command'))

const withDefault = ({ description, defaultValue: value }: Option | Argument): string =>
  value === undefined ? description : description + speak('help.default', { value: String(value) })

/** How commander sets its help. */
export const HELP: Partial<Help> = {
  showGlobalOptions: true,
  styleTitle: (title) => (TITLES[title] ? speak(TITLES[title]) : title),
  styleUsage: withWords,
  styleSubcommandTerm: withWords,
  optionDescription: withDefault,
  argumentDescription: withDefault,
  subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
  displayWidth: columnsOf,
  boxWrap: wrapped,
}

/** What commander refuses, and the parts of its sentence that ours are made of. */
const COMPLAINTS: Readonly<Record<string, { key: MessageKey; parts: RegExp }>> = {
  'commander.unknownOption': {
    key: 'error.unknown-option',
    parts: /unknown option '(?<name>.*?)'(?:\n\(Did you mean (?:one of )?(?<similar>.*)\?\))?$/s,
  },
  'commander.unknownCommand': {
    key: 'error.unknown-command',
    parts: /unknown command '(?<name>.*?)'(?:\n\(Did you mean (?:one of )?(?<similar>.*)\?\))?$/s,
  },
  'commander.missingArgument': {
    key: 'error.missing-argument',
    parts: /argument '(?<name>.*)'$/s,
  },
  'commander.optionMissingArgument': {
    key: 'error.missing-value',
    parts: /option '(?<name>.*)' argument missing$/s,
  },
  'commander.excessArguments': {
    key: 'error.excess-arguments',
    parts: /Expected (?<expected>\d+) .* got (?<got>\d+)\.$/s,
  },
  'commander.conflictingOption': {
    key: 'error.conflicting',
    parts: /option '(?<name>.*)' cannot be used with option '(?<other>.*)'$/s,
  },
}

/** What was wrong with the call, in one sentence. */
export function complaintOf({ code, message }: CommanderError): string {
  const known = COMPLAINTS[code]
  const found = known?.parts.exec(message)?.groups
  if (!known || !found) return message
  const parts = Object.fromEntries(Object.entries(found).map(([part, text]) => [part, text ?? '']))
  return parts.similar ? speak(`${known.key}.similar` as MessageKey, parts) : speak(known.key, parts)
}

/** `yusuan help`, and `yusuan help run`; false where there is no such command. */
export function showHelp(program: Command, name: string | undefined): boolean {
  const asked = name === undefined ? program : program.commands.find((c) => c.name() === name)
  asked?.outputHelp()
  return asked !== undefined
}
