import type { Random } from '../../samples/generator/random.js'
import { canonical, type Decimal, decimal, YUAN_PER } from '../../src/model/money.js'

/** What hands and converters do to a printed figure. */
export const CHANGES = ['digit', 'transposed', 'factor-10', 'factor-10000', 'sign', 'point'] as const
export type Change = (typeof CHANGES)[number]

/** A figure as printed and what it is worth in 元. */
export interface Print {
  raw: string
  value: string
  decimals: number
  unit: string
}

/** The same figure printed otherwise; undefined where this change is impossible or leaves the value as it was. */
export function changed(print: Print, change: Change, random: Random): Print | undefined {
  if (!isAmount(print)) return undefined
  const raw = MAKERS[change](print.raw, random)
  if (raw === undefined) return undefined
  const next: Print = {
    raw,
    value: worth(raw, print),
    decimals: decimalsOf(raw),
    unit: print.unit,
  }
  return next.value === print.value ? undefined : next
}

/** Printed digits that are worth what the figure says; zeros in words and figures of two prints are not. */
export const isAmount = (print: Print): boolean =>
  /^-?[\d,]*\d(\.\d+)?$/.test(print.raw) &&
  YUAN_PER[print.unit] !== undefined &&
  inYuan(print).abs().eq(decimal(print.value).abs())

const numberOf = (raw: string): Decimal => decimal(raw.replace(/,/g, ''))
const inYuan = ({ raw, unit }: Pick<Print, 'raw' | 'unit'>): Decimal =>
  numberOf(raw).times(YUAN_PER[unit] as string)
const decimalsOf = (raw: string): number => raw.split('.')[1]?.length ?? 0

/** 减少 10.00 is worth −10: what is printed beside the digits goes on to decide their sign. */
function worth(raw: string, before: Print): string {
  const word = numberOf(before.raw).times(before.value).lt(0) ? -1 : 1
  return canonical(inYuan({ raw, unit: before.unit }).times(word))
}

type Maker = (raw: string, random: Random) => string | undefined

const MAKERS: Record<Change, Maker> = {
  digit: (raw, random) => {
    const at = random.pick(digitsOf(raw))
    const others = [...'0123456789'].filter((d) => d !== raw[at] && !(d === '0' && leads(raw, at)))
    return put(raw, at, random.pick(others))
  },
  transposed: (raw, random) => {
    const places = digitsOf(raw)
    const pairs = places
      .slice(1)
      .map((b, i) => [places[i] as number, b] as const)
      .filter(([a, b]) => raw[a] !== raw[b] && !(raw[b] === '0' && leads(raw, a)))
    if (pairs.length === 0) return undefined
    const [a, b] = random.pick(pairs)
    return put(put(raw, a, raw[b] as string), b, raw[a] as string)
  },
  'factor-10': (raw, random) => scaled(raw, random.pick([1, -1])),
  'factor-10000': (raw, random) => scaled(raw, random.pick([4, -4])),
  sign: (raw) => (raw.startsWith('-') ? raw.slice(1) : `-${raw}`),
  point: (raw) => (raw.includes('.') ? grouped(numberOf(raw.replace('.', '')).toFixed(), raw) : undefined),
}

const digitsOf = (raw: string): number[] => [...raw.matchAll(/\d/g)].map((m) => m.index)
const put = (raw: string, at: number, char: string): string => raw.slice(0, at) + char + raw.slice(at + 1)

/** First of several digits before the point: nobody prints a zero there. */
const leads = (raw: string, at: number): boolean => digitsOf(raw)[0] === at && /^\d[\d,]/.test(raw.slice(at))

/** Ten to the power of times as much, printed with as many decimals and in the same manner. */
function scaled(raw: string, power: number): string {
  return grouped(numberOf(raw).times(decimal(10).pow(power)).toFixed(decimalsOf(raw)), raw)
}

const grouped = (text: string, like: string): string =>
  like.includes(',') ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : text
