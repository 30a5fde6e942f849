import { readFileSync } from 'node:fs'

/** Memory of a process that is in use, in MiB; 0 where the system does not tell others than the process itself. */
export function residentMiB(pid: number | undefined): number {
  try {
    const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(kib?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
