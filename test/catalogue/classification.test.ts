import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readData } from '../../src/catalogue/csv.js'
import {
  concepts,
  economyCodes,
  economyMapping,
  economyName,
  foldName,
  functionClasses,
  functionCodes,
  functionName,
  governmentEconomyCodes,
  governmentEconomyName,
} from '../../src/catalogue/index.js'

const dataFolder = new URL('../../src/catalogue/data/', import.meta.url)
const files = readdirSync(dataFolder).filter((f) => f.endsWith('.csv'))

describe('data files', () => {
  it.each(files)('%s reads the same with a full CSV parser', (file) => {
    const rows = parse(readFileSync(new URL(file, dataFolder), 'utf8'), { columns: true })
    expect(readData(file)).toEqual(rows)
    expect(rows.length).toBeGreaterThan(3)
  })

  it('every doubt names a row that exists', () => {
    const known = new Set(
      ['functional', 'economic-department', 'economic-government'].flatMap((table) =>
        readData(`${table}.csv`).map((r) => `${table} ${r.code} ${r.name}`),
      ),
    )
    const stray = readData('doubts.csv').filter((d) => !known.has(`${d.table} ${d.code} ${d.name}`))
    expect(stray).toEqual([])
  })

  it.skipIf(!existsSync(new URL('../../../shared/design/concepts.csv', import.meta.url)))(
    'concepts are those of the contract',
    () => {
      const contract = readFileSync(new URL('../../../shared/design/concepts.csv', import.meta.url), 'utf8')
      expect(readFileSync(new URL('concepts.csv', dataFolder), 'utf8')).toBe(contract)
    },
  )
})

describe('concepts', () => {
  it('are found by id and keep their order', () => {
    expect(concepts().get('three-public.reception')?.label).toBe('公务接待费')
    expect([...concepts().keys()][0]).toBe('revenue')
  })
})

describe('foldName', () => {
  it.each([
    ['一般公共服务（类）支出', '一般公共服务支出'],
    ['一般公共服务', '一般公共服务支出'],
    ['公共安全支出(204类)', '公共安全'],
    ['政府办公厅（室）及相关机构事务', '政府办公厅及相关机构事务'],
    ['机关事业单位基本养老保险缴费', '机关事业单位基本养老保险缴费支出'],
    ['对个人和家庭补助支出', '对个人和家庭的补助'],
    ['“因公出国(境)费用”', '因公出国（境）费用'],
    ['文化 旅游，体育', '文化旅游、体育'],
  ])('%s = %s', (a, b) => {
    expect(foldName(a)).toBe(foldName(b))
  })

  it('keeps something of every name', () => {
    expect(foldName('其他支出')).toBe('其他')
    expect(foldName('支出')).toBe('支出')
    expect(foldName('基本支出')).not.toBe(foldName('项目支出'))
  })
})

describe('names of codes', () => {
  it('follow the year', () => {
    expect(functionName('210', 2018)?.names).toEqual(['医疗卫生与计划生育支出'])
    expect(functionName('210', 2019)?.names).toEqual(['卫生健康支出'])
    expect(functionName('20805', 2026)).toEqual({ names: ['行政事业单位养老支出'], doubtful: false })
  })

  it('mark what is uncertain', () => {
    expect(functionName('2010308', 2020)).toEqual({ names: ['信访事务'], doubtful: true })
    // One year before the class was created: known only to within two years.
    expect(functionName('224', 2018)?.doubtful).toBe(true)
    expect(functionName('224', 2015)).toBeUndefined()
    expect(functionName('9999999', 2026)).toBeUndefined()
  })

  it('keep the two economic classifications apart', () => {
    expect(economyName('301', 2022)?.names).toEqual(['工资福利支出'])
    expect(governmentEconomyName('501', 2022)?.names).toEqual(['机关工资福利支出'])
    expect(economyName('501', 2022)).toBeUndefined()
  })
})

describe('codes of names', () => {
  const codes = (found: { code: string }[]) => found.map((e) => e.code)

  it('are narrowed by level and parent', () => {
    expect(codes(functionCodes('行政运行', { year: 2026, parent: '20113' }))).toEqual(['2011301'])
    expect(codes(functionCodes('教育', { year: 2026, level: 3 }))).toEqual(['205'])
    expect(codes(functionCodes('其他支出', { year: 2026, level: 3 }))).toEqual(['229'])
    expect(functionCodes('行政运行', { year: 2026 }).length).toBeGreaterThan(20)
  })

  it('read printed spellings', () => {
    expect(codes(functionCodes('政府办公厅(室)及相关机构事务（款）', { year: 2024 }))).toEqual(['20103'])
    expect(codes(functionCodes('行政运行（测绘）', { year: 2024, parent: '20103' }))).toEqual(['2010301'])
    expect(functionCodes('不存在的科目', { year: 2024 })).toEqual([])
  })

  it('hold only for their years', () => {
    expect(codes(functionCodes('医疗卫生与计划生育支出', { year: 2018 }))).toEqual(['210'])
    expect(functionCodes('医疗卫生与计划生育支出', { year: 2026 })).toEqual([])
    expect(codes(functionCodes('医疗卫生与计划生育支出'))).toEqual(['210'])
  })

  it('exist for both economic classifications', () => {
    expect(codes(economyCodes('办公费', { year: 2020 }))).toEqual(['30201'])
    expect(codes(governmentEconomyCodes('办公经费', { year: 2020 }))).toEqual(['50201'])
    expect(codes(economyCodes('其他支出', { year: 2020, level: 3 }))).toEqual(['399'])
  })
})

describe('functionClasses', () => {
  it('gives the names of the year and resolves those of other years', () => {
    const health = functionClasses(2022).find((c) => c.code === '210')
    expect(health?.name).toBe('卫生健康支出')
    expect(health?.names).toEqual(['卫生健康支出', '医疗卫生与计划生育支出'])
    expect(functionClasses(2022)[0]?.code).toBe('201')
    expect(functionClasses(2015).some((c) => c.code === '224')).toBe(false)
  })
})

describe('economyMapping', () => {
  it('pairs only codes that both classifications know', () => {
    expect(economyMapping().length).toBeGreaterThan(150)
    expect(economyMapping()).toContainEqual(
      expect.objectContaining({ department: '30101', government: '50501' }),
    )
    const unknown = economyMapping().filter(
      (p) => economyName(p.department, 2020) === undefined && economyName(p.department, 2026) === undefined,
    )
    expect(unknown).toEqual([])
  })
})
