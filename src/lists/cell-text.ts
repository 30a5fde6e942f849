import { shown } from '../model/shown.js'

/** What XML cannot carry: halves of a character, and places of the table that are no characters. */
const NO_CHARACTER = /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** More does not fit into a cell of a sheet. */
const MOST = 32_000

/** Text of a filing as it stands in a list: what would turn text around or cannot be written shows as what it is. */
export function cellText(text: string): string {
  const clean = shown(text.slice(0, MOST + 1))
    .replace(NO_CHARACTER, escaped)
    .replace(/\r\n?/g, '\n')
  return clean.length > MOST ? `${clean.slice(0, MOST).replace(NO_CHARACTER, '')}…` : clean
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
