import { COLUMN_COUNT, COUNTER_CELL } from '../../catalogue/cell-words.js'

/** A row that only counts the columns: `** ** 1 2 3`, `栏次 1 2`; its numbers are no figures. */
export function isCounterRow(texts: string[]): boolean {
  const filled = texts.filter((t) => t !== '')
  const numbers = filled.filter((t) => COLUMN_COUNT.test(t))
  if (filled.length < 2 || numbers.length === 0) return false
  if (!filled.every((t) => COUNTER_CELL.test(t))) return countsBesideMarks(filled, numbers)
  // `栏次 7=3+4 3 4`: where the row says what it is, its numbers may stand in any order.
  if (filled.some((t) => /^(?:[*＊×]+|栏次)$/.test(t))) return true
  const plain = numbers.map((t) => Number.parseInt(t, 10))
  return plain.every((n, i) => i === 0 || n === (plain[i - 1] as number) + 1)
}

/** `** 冰冰 1 2 3`: recognized marks may be taken for characters; beside one that is read, the numbers count from 1. */
const countsBesideMarks = (filled: string[], numbers: string[]): boolean =>
  numbers.length >= 2 &&
  numbers.every((t, i) => t === String(i + 1)) &&
  filled.some((t) => /^[*＊×]+$/.test(t)) &&
  filled.every((t) => t.length <= 2)
