import { Faults } from '../../samples/generator/faults.js'
import { finalExcerpt } from '../../samples/generator/forms/final.js'
import { type DepartmentYear, department } from '../../samples/generator/world.js'

/** A final account of five pages, in which nearly every figure is proven: small, for it is read hundreds of times. */
export function smallFiling(number = 4): Promise<Buffer> {
  const [before, spent] = department(7, number, [2023, 2024]) as [DepartmentYear, DepartmentYear]
  return finalExcerpt({ spent, planned: spent, before }, new Faults()).finish()
}
