import { readdirSync, readFileSync } from 'node:fs'

/** What the child processes of a piece of work took. */
export interface Taken {
  /** Wall clock. */
  seconds: number
  /** user + system of all children. */
  cpuSeconds: number
  /** Highest resident memory of any one of them, MiB. */
  peakMiB: number
}

/** Ticks of the kernel's clock are hundredths of a second. */
const TICKS = 100
/** Milliseconds between looks: what a child does after the last one is lost. */
const PAUSE = 50

/** Watches the children that `work` starts, by the kernel's own counts. */
export async function watched<T>(work: () => Promise<T>): Promise<{ result: T; taken: Taken }> {
  const cpu = new Map<string, number>()
  let peak = 0
  const look = setInterval(() => {
    for (const pid of children()) {
      const seen = usageOf(pid)
      if (!seen) continue
      cpu.set(pid, seen.cpuSeconds)
      peak = Math.max(peak, seen.peakKiB)
    }
  }, PAUSE)
  const started = performance.now()
  try {
    const result = await work()
    const cpuSeconds = [...cpu.values()].reduce((a, b) => a + b, 0)
    return {
      result,
      taken: { seconds: (performance.now() - started) / 1000, cpuSeconds, peakMiB: Math.round(peak / 1024) },
    }
  } finally {
    clearInterval(look)
  }
}

/** Children of every thread of this process. */
const children = (): string[] => readdirSync('/proc/self/task').flatMap(childrenOf)

/** None for a thread that ended since it was listed. */
function childrenOf(thread: string): string[] {
  try {
    return readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

/** Undefined for a child that has ended. */
function usageOf(pid: string): { cpuSeconds: number; peakKiB: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS, peakKiB: Number(peak ?? 0) }
  } catch {
    return undefined
  }
}
