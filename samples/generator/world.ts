import { Random } from './random.js'

/** One leaf of spending in 元: everything else is summed from these. */
export interface Leaf {
  functionCode: string
  economyCode: string
  governmentCode: string
  nature: 'personnel' | 'public' | 'project'
  amount: number
}

/** People and what is bought, of one unit; those of the department are the sums. */
export interface UnitCounts {
  posts: { administrative: number; institutional: number }
  people: { administrative: number; institutional: number; retired: number }
  /** 元 */
  procurement: { goods: number; services: number }
  vehicles: number
  receptions: { batches: number; guests: number }
}

export interface UnitYear extends UnitCounts {
  code: string
  name: string
  leaves: Leaf[]
}

const COUNTS: readonly UnitCounts[] = [
  {
    posts: { administrative: 22, institutional: 0 },
    people: { administrative: 20, institutional: 0, retired: 9 },
    procurement: { goods: 150000, services: 300000 },
    vehicles: 2,
    receptions: { batches: 6, guests: 41 },
  },
  {
    posts: { administrative: 0, institutional: 9 },
    people: { administrative: 0, institutional: 8, retired: 3 },
    procurement: { goods: 50000, services: 120000 },
    vehicles: 1,
    receptions: { batches: 2, guests: 13 },
  },
]

/** A department and its units in one year; the department is their sum. */
export interface DepartmentYear {
  year: number
  code: string
  name: string
  place: string
  units: UnitYear[]
  /** A single unit that files on its own; a whole department where it is missing. */
  level?: 'unit'
}

export const NAMES: Readonly<Record<string, string>> = {
  '207': '文化旅游体育与传媒支出',
  '20701': '文化和旅游',
  '2070101': '行政运行',
  '2070199': '其他文化和旅游支出',
  '208': '社会保障和就业支出',
  '20805': '行政事业单位养老支出',
  '2080505': '机关事业单位基本养老保险缴费支出',
  '210': '卫生健康支出',
  '21011': '行政事业单位医疗',
  '2101101': '行政单位医疗',
  '221': '住房保障支出',
  '22102': '住房改革支出',
  '2210201': '住房公积金',
  '301': '工资福利支出',
  '30101': '基本工资',
  '30102': '津贴补贴',
  '30108': '机关事业单位基本养老保险缴费',
  '30110': '职工基本医疗保险缴费',
  '30113': '住房公积金',
  '302': '商品和服务支出',
  '30201': '办公费',
  '30211': '差旅费',
  '30217': '公务接待费',
  '30227': '委托业务费',
  '30231': '公务用车运行维护费',
  '310': '资本性支出',
  '31002': '办公设备购置',
  '501': '机关工资福利支出',
  '50101': '工资奖金津补贴',
  '50102': '社会保障缴费',
  '50103': '住房公积金',
  '502': '机关商品和服务支出',
  '50201': '办公经费',
  '50205': '委托业务费',
  '50206': '公务接待费',
  '50208': '公务用车运行维护费',
  '503': '机关资本性支出',
  '50306': '设备购置',
}

/** Function, department economy, government economy, nature, smallest and largest amount in 百元. */
const PATTERN: readonly [string, string, string, Leaf['nature'], number, number][] = [
  ['2070101', '30101', '50101', 'personnel', 8000, 26000],
  ['2070101', '30102', '50101', 'personnel', 6000, 21000],
  ['2070101', '30201', '50201', 'public', 400, 2600],
  ['2070101', '30211', '50201', 'public', 200, 1500],
  ['2070101', '30217', '50206', 'public', 20, 180],
  ['2070101', '30231', '50208', 'public', 150, 900],
  ['2070199', '30227', '50205', 'project', 3000, 42000],
  ['2070199', '31002', '50306', 'project', 300, 5200],
  ['2080505', '30108', '50102', 'personnel', 1500, 5200],
  ['2101101', '30110', '50102', 'personnel', 700, 2600],
  ['2210201', '30113', '50103', 'personnel', 1200, 4800],
]

const HEADS = ['云汀', '泽岭', '青屏', '栖霞岭', '望川', '九渡', '临沚', '霁州', '沧原', '梧溪'] as const
const FIELDS = [
  '水文化',
  '古渠保护',
  '非遗传承',
  '乡史编修',
  '戏曲艺术',
  '文博',
  '公共阅读',
  '影像档案',
] as const

/** Words of invented names of districts, 256 in all: 20,480 departments have names of their own. */
const FIRST = [...'东西南北中苍白云岚和昭永石虬玉桐']
const LAST = [...'湾岑浦屿渚汀岭涧垟陂坞港桥池墩垭']

function districtNamed(n: number): string {
  const [first, shift] = [n % FIRST.length, Math.floor(n / FIRST.length)]
  return `${FIRST[first]}${LAST[(first + shift) % LAST.length]}区`
}

/** A department over consecutive years, invented from a seed. */
export function department(seed: number, index: number, years: number[]): DepartmentYear[] {
  const random = new Random(seed * 7919 + index * 104729)
  // From the 81st on names would come again: those are departments of districts.
  const round = Math.floor(index / (HEADS.length * FIELDS.length))
  const place = `${HEADS[index % HEADS.length]}市${round === 0 ? '' : districtNamed(round - 1)}`
  const house = index % (HEADS.length * FIELDS.length) < 40 ? '研究中心' : '服务中心'
  const name = `${place}${FIELDS[Math.floor(index / HEADS.length) % FIELDS.length]}局`
  const code = String(301 + (index % 600))
  const units = [
    { code: `${code}001`, name },
    { code: `${code}002`, name: `${place}${FIELDS[(index + 3) % FIELDS.length]}${house}` },
  ]
  const base = units.map(() => PATTERN.map(([, , , , low, high]) => random.between(low, high)))
  return years.map((year, step) => ({
    year,
    code,
    name,
    place,
    units: units.map((unit, u) => ({
      ...unit,
      ...(COUNTS[u] as UnitCounts),
      leaves: PATTERN.map(([functionCode, economyCode, governmentCode, nature], p) => {
        const start = (base[u] as number[])[p] as number
        const drift = step === 0 ? 0 : random.between(-12, 14)
        // Multiples of 100 元 print exactly in 万元 with two decimals.
        return {
          functionCode,
          economyCode,
          governmentCode,
          nature,
          amount: Math.round(start * (1 + drift / 100)) * 100,
        }
      }),
    })),
  }))
}

/** A unit's own filing: the same year with only its leaves. */
export function unitOf(d: DepartmentYear, u: number): DepartmentYear {
  const unit = d.units[u] as UnitYear
  return { ...d, code: unit.code, name: unit.name, units: [unit] }
}

/** The year with more spent on commissioned work by one unit; everything printed from it agrees with itself. */
export const withMore = (d: DepartmentYear, u: number, amount: number): DepartmentYear => ({
  ...d,
  units: d.units.map((unit, i) =>
    i !== u
      ? unit
      : {
          ...unit,
          leaves: unit.leaves.map((l) =>
            l.economyCode === '30227' ? { ...l, amount: l.amount + amount } : l,
          ),
        },
  ),
})

/** Sum over the units of one of their counts. */
export const totalOf = (d: DepartmentYear, of: (unit: UnitYear) => number): number =>
  d.units.reduce((total, unit) => total + of(unit), 0)

export const leavesOf = (d: DepartmentYear): Leaf[] => d.units.flatMap((u) => u.leaves)

export interface Filter {
  functionCode?: string
  economyCode?: string
  governmentCode?: string
  nature?: Leaf['nature'] | 'basic'
}

/** Sum in 元 of all leaves below the given codes. */
export const sum = (leaves: Leaf[], filter: Filter = {}): number =>
  leaves
    .filter(
      (l) =>
        l.functionCode.startsWith(filter.functionCode ?? '') &&
        l.economyCode.startsWith(filter.economyCode ?? '') &&
        l.governmentCode.startsWith(filter.governmentCode ?? '') &&
        (!filter.nature || (filter.nature === 'basic' ? l.nature !== 'project' : l.nature === filter.nature)),
    )
    .reduce((total, l) => total + l.amount, 0)

/** All codes of a kind with their upper levels, in order. */
export function codesOf(leaves: Leaf[], kind: 'functionCode' | 'economyCode' | 'governmentCode'): string[] {
  const codes = new Set<string>()
  for (const leaf of leaves) for (let n = 3; n <= leaf[kind].length; n += 2) codes.add(leaf[kind].slice(0, n))
  return [...codes].sort()
}
