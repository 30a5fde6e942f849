import { type Matrix, transformPoint } from '../page-space.js'
import type { Subpath } from '../paths.js'
import type { Numbers } from './state.js'

/** How pdf.js writes down paths: an operation, then its coordinates. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const COORDINATES = { [MOVE]: 2, [LINE]: 2, [CURVE]: 6, [QUADRATIC]: 4 } as Record<number, number>

/** The subpaths of a path in view space. */
export function subpathsOf(data: Numbers, matrix: Matrix): Subpath[] {
  const paths: Subpath[] = []
  let current: Subpath | undefined
  for (let i = 0; i < data.length; ) {
    const operation = data[i++] as number
    const end = i + (COORDINATES[operation] ?? 0)
    // Closing has no coordinates.
    if (end === i) {
      if (current && current.points.length > 1) {
        current.points.push(current.points[0]!)
        current.curved.push(false)
      }
      continue
    }
    if (operation === MOVE || !current) {
      current = { points: [], curved: [] }
      paths.push(current)
    }
    for (; i < end; i += 2) {
      current.points.push(transformPoint(matrix, data[i]!, data[i + 1]!))
      current.curved.push(operation === CURVE || operation === QUADRATIC)
    }
  }
  return paths
}
