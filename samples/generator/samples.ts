import { scanPdf } from '../scans/scan.js'
import { PLAIN, type Treatment } from '../scans/treatment.js'
import { type FaultKind, Faults } from './faults.js'
import { comprehensive } from './forms/comprehensive.js'
import { finalAccount, finalExcerpt } from './forms/final.js'
import { threeColumn } from './forms/three-column.js'
import type { Paper } from './paper.js'
import { WebPaper } from './web-paper.js'
import { type DepartmentYear, department, unitOf } from './world.js'

export interface Sample {
  folder: string
  name: string
  paper: Paper
  fault?: FaultKind
  /** The paper was printed, and scanned like this. */
  scan?: Treatment
}

/** A sheet laid on an office's scanner by hand: crooked, black and white, some dust. */
const OFFICE_SCAN: Treatment = { ...PLAIN, bilevel: true, skew: 0.6, noise: 3, seed: 2 }

/** The file of a sample. */
export async function finished({ paper, scan }: Sample): Promise<Buffer> {
  const printed = await paper.finish()
  return scan ? scanPdf(printed, scan) : printed
}

/** The papers of samples/, some clean, some with one planted fault. */
export function samples(): Sample[] {
  const [a0, a1, a2] = department(7, 0, [2023, 2024, 2025]) as [
    DepartmentYear,
    DepartmentYear,
    DepartmentYear,
  ]
  const [b0, b1] = department(7, 1, [2024, 2025]) as [DepartmentYear, DepartmentYear]
  const [c0, c1] = department(7, 2, [2024, 2025]) as [DepartmentYear, DepartmentYear]
  const [d0, d1] = department(7, 3, [2024, 2025]) as [DepartmentYear, DepartmentYear]
  const [e0, e1] = department(7, 4, [2023, 2024]) as [DepartmentYear, DepartmentYear]
  const [f0, f1] = department(7, 12, [2024, 2025]) as [DepartmentYear, DepartmentYear]
  const made = (folder: string, name: string, paper: Paper, fault?: FaultKind): Sample => ({
    folder,
    name,
    paper,
    ...(fault ? { fault } : {}),
  })
  return [
    made('云汀', `${a1.name}2024年部门预算`, threeColumn(a1, a0, new Faults())),
    made('云汀', `${a2.name}2025年部门预算`, threeColumn(a2, a1, new Faults())),
    made(
      '云汀',
      `${unitOf(a2, 1).name}2025年单位预算`,
      threeColumn(unitOf(a2, 1), unitOf(a1, 1), new Faults()),
    ),
    made(
      '云汀',
      `${a1.name}2024年度部门决算`,
      finalAccount({ spent: a1, planned: a1, before: a0 }, new Faults()),
    ),
    {
      ...made(
        '望川',
        `${e1.name}2024年度部门决算（扫描件）`,
        finalExcerpt({ spent: e1, planned: e1, before: e0 }, new Faults()),
      ),
      scan: OFFICE_SCAN,
    },
    made('泽岭', `${b1.name}2025年部门综合预算`, comprehensive(b1, b0, new Faults(), true)),
    made('泽岭', `${b1.name}2025年部门综合预算说明`, comprehensive(b1, b0, new Faults(), false)),
    made(
      '栖霞岭',
      `${d1.name}2025年部门综合预算（网页）`,
      comprehensive(d1, d0, new Faults(), true, new WebPaper(d1.place)),
    ),
    made(
      '青屏',
      `${c1.name}2025年部门预算（说明与表不符）`,
      threeColumn(c1, c0, new Faults('prose-total')),
      'prose-total',
    ),
    made(
      '青屏',
      `${c1.name}2025年部门综合预算（款不等于项之和）`,
      comprehensive(c1, c0, new Faults('class-sum'), true),
      'class-sum',
    ),
    made(
      '青屏',
      `${c1.name}2025年部门预算（类不等于表间）`,
      threeColumn(c1, c0, new Faults('class-sum')),
      'class-sum',
    ),
    made(
      '青屏',
      `${f1.name}2025年部门预算（缺名词解释）`,
      threeColumn(f1, f0, new Faults('part-left-out')),
      'part-left-out',
    ),
  ]
}
