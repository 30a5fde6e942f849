import { lazy, readData } from './csv.js'

/** One of the contract's concepts: what a figure is about. */
export interface Concept {
  /** `revenue.grand-total`. */
  id: string
  /** Chinese label, for people. */
  label: string
  description: string
}

/** All concepts of the contract by id, in the contract's order. */
export const concepts = lazy<ReadonlyMap<string, Concept>>(
  () =>
    new Map(
      readData('concepts.csv').map((row) => {
        const { concept, label, description } = row as { concept: string; label: string; description: string }
        return [concept, { id: concept, label, description }]
      }),
    ),
)
