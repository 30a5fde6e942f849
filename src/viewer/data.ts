import type { DataName, FilingPart, Overview, Paper, Series } from '../model/report.js'

/** What each data file holds. */
type Held<N extends DataName> = N extends 'overview'
  ? Overview
  : N extends `filings/${string}`
    ? FilingPart
    : N extends `papers/${string}`
      ? Paper
      : Series

/** A data file that is not beside the report, or holds something else. */
export class MissingData extends Error {
  constructor(readonly file: string) {
    super(file)
  }
}

const waiting = new Map<string, (data: string) => void>()

/** Data files call it with their name and their deflated JSON. */
export function takeData(): void {
  Object.assign(window, { yusuanReport: (name: string, data: string) => waiting.get(name)?.(data) })
}

/** Filings that were looked at last; a person goes back and forth between a few. */
const KEPT = 12
const loaded = new Map<string, Promise<unknown>>()

/** Loads a data file once: a page from a disk may load scripts, and nothing else. */
export function load<N extends DataName>(name: N): Promise<Held<N>> {
  const known = loaded.get(name) as Promise<Held<N>> | undefined
  if (known) return known
  const loading = fetched(name).then(inflated) as Promise<Held<N>>
  loaded.set(name, loading)
  loading.catch(() => loaded.delete(name))
  const others = [...loaded.keys()].filter((n) => n !== 'overview' && n !== name)
  for (const old of others.slice(0, Math.max(0, others.length - KEPT))) loaded.delete(old)
  return loading
}

function fetched(name: DataName): Promise<string> {
  const file = `report/data/${name}.js`
  return new Promise((done, failed) => {
    const script = document.createElement('script')
    const end = (then: () => void) => {
      waiting.delete(name)
      script.remove()
      then()
    }
    waiting.set(name, (data) => end(() => done(data)))
    script.onerror = () => end(() => failed(new MissingData(file)))
    // It ran and did not call: it is another file.
    script.onload = () => end(() => failed(new MissingData(file)))
    script.src = file
    document.head.append(script)
  })
}

async function inflated(data: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  return JSON.parse(await new Response(stream).text())
}
