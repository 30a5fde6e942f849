import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readControl, readRoster, SuppliedError } from '../../src/control/index.js'
import { gbk } from '../read/gbk.js'

const HEAD = 'kind,year,basis,concept,fund,function_code,amount_yuan'

function file(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), '控制 数 ')), '表.csv')
  writeFileSync(path, content)
  return path
}

const faultOf = async (work: Promise<unknown>) => {
  const error = await work.catch((e) => e)
  expect(error).toBeInstanceOf(SuppliedError)
  return (error as SuppliedError).fault
}

describe('a control file', () => {
  it('is read with its columns in any order, Chinese words, separators, a mark and CRLF', async () => {
    const path = file(
      '\uFEFFamount_yuan,备注,kind,year,basis,concept,fund,function_code\r\n"1,234,567.80",x,预算,2025,预算数,expenditure,一般公共预算,205\r\n\r\n,,,,,,,\r\n',
    )
    expect(await readControl(path)).toEqual([
      {
        line: 2,
        kind: 'budget',
        year: '2025',
        basis: 'budget',
        concept: 'expenditure',
        fund: 'general',
        function_code: '205',
        amount: '1234567.8',
      },
    ])
  })

  it.each([
    ['bad-cell', 'amount_yuan', 'budget,2025,budget,revenue,all,,12万'],
    ['bad-cell', 'amount_yuan', 'budget,2025,budget,revenue,all,,1e5'],
    ['bad-cell', 'amount_yuan', 'budget,2025,budget,revenue,all,,'],
    ['bad-cell', 'year', 'budget,25,budget,revenue,all,,1'],
    ['bad-cell', 'kind', 'plan,2025,budget,revenue,all,,1'],
    ['bad-cell', 'kind', 'constructor,2025,budget,revenue,all,,1'],
    ['bad-cell', 'fund', 'budget,2025,budget,revenue,some,,1'],
    ['bad-cell', 'function_code', 'budget,2025,budget,revenue,all,20,1'],
    ['unknown-concept', 'concept', 'budget,2025,budget,revenues,all,,1'],
  ])('says %s of %s in its line: %s', async (code, column, row) => {
    const path = file(`${HEAD}\nbudget,2025,budget,revenue,all,,1\n${row}\n`)
    expect(await faultOf(readControl(path))).toMatchObject({ code, column, line: 3, path })
  })

  it('says what it lacks', async () => {
    expect(await faultOf(readControl(file('kind,year\nbudget,2025\n')))).toMatchObject({
      code: 'missing-column',
      column: 'basis, concept, fund, function_code, amount_yuan',
    })
    expect(await faultOf(readControl(file('')))).toMatchObject({ code: 'empty' })
    expect(await faultOf(readControl(file(`${HEAD}\n`)))).toMatchObject({ code: 'empty' })
    expect(await faultOf(readControl(file('a,"b\nc')))).toMatchObject({ code: 'no-csv' })
    expect(await faultOf(readControl('/nowhere/x.csv'))).toMatchObject({ code: 'not-found' })
  })
})

describe('a roster', () => {
  it('is read in the encoding of Chinese spreadsheets too; an open level is the department', async () => {
    const text = 'organization,level,parent,year,kind\n财政局,,,2025,决算\n信息中心,单位,财政局,2025,决算\n'
    const lines = [
      { line: 2, organization: '财政局', level: 'department', parent: '', year: '2025', kind: 'final' },
      { line: 3, organization: '信息中心', level: 'unit', parent: '财政局', year: '2025', kind: 'final' },
    ]
    expect(await readRoster(file(text))).toEqual(lines)
    expect(await readRoster(file(gbk(text)))).toEqual(lines)
  })

  it('may say by which day to publish and when that was done, in any writing of a date', async () => {
    const head = 'organization,level,parent,year,kind,due,published'
    const text = `${head}\n财政局,,,2026,预算,2026/2/28,2026年3月5日\n档案局,,,2026,预算,2026-02-28,\n`
    expect(await readRoster(file(text))).toMatchObject([
      { due: '2026-02-28', published: '2026-03-05' },
      { organization: '档案局', due: '2026-02-28' },
    ])
    const fault = await faultOf(readRoster(file(`${head}\n财政局,,,2026,预算,二月底,\n`)))
    expect(fault).toMatchObject({ code: 'bad-cell', column: 'due', line: 2 })
  })
})
