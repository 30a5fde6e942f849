import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second. */
const TICKS = 100
/** Workers that were told to end have ended, and count, after so many milliseconds. */
const PATIENCE = 500

/** User and system time of this process and of those that have ended. */
export async function cpuSeconds(): Promise<number> {
  await new Promise((ended) => setTimeout(ended, PATIENCE))
  const { user, system } = process.cpuUsage()
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (user + system) / 1e6 + (Number(fields[13]) + Number(fields[14])) / TICKS
}
