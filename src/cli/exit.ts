/** Exit statuses of the contract. */
export const EXIT = { done: 0, findings: 1, usage: 2, failures: 3, interrupted: 130 } as const

/** Says what was wrong with the call and ends. */
export function usage(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(EXIT.usage)
}
