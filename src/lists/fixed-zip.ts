import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first moment a ZIP can tell; of this machine's clock, as it is written there. */
const ALWAYS = new Date(1980, 0, 1)

/** An Office file written anew: the same parts give the same bytes, whenever they were made. */
export function fixedZip(bytes: Uint8Array, changed: (name: string, xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    /\.(?:xml|rels)$/.test(name) ? strToU8(changed(name, strFromU8(part))) : part,
  ])
  return zipSync(Object.fromEntries(parts), { mtime: ALWAYS, level: 6 })
}
