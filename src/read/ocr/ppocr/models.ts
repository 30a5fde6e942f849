import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A recognizer of the PP-OCR family that somebody put into a folder: its network, and the characters it knows. */
export interface OcrModels {
  /** Paths. */
  network: string
  dictionary: string
  /** Of both files: what another network read is not taken over. */
  fingerprint: string
}

/**
 * Why a folder of models can not be used: not there · no network, or several and none called rec · the same of the
 * dictionary · the network does not load or is no recognizer of lines · it knows another number of characters.
 */
export type OcrModelsFault = 'not-found' | 'no-network' | 'no-dictionary' | 'not-loaded' | 'classes'

/** Looks for the files of a recognizer; does not load them. */
export async function findModels(folder: string): Promise<OcrModels | { fault: OcrModelsFault }> {
  const names = await readdir(folder).catch(() => undefined)
  if (!names) return { fault: 'not-found' }
  const network = chosen(names, /\.onnx$/i, /rec/i)
  if (network === undefined) return { fault: 'no-network' }
  const dictionary = chosen(names, /\.txt$/i, /dict|keys/i)
  if (dictionary === undefined) return { fault: 'no-dictionary' }
  const paths = [join(folder, network), join(folder, dictionary)] as const
  const hash = createHash('sha256')
  for (const path of paths) hash.update(await readFile(path))
  return { network: paths[0], dictionary: paths[1], fingerprint: hash.digest('hex').slice(0, 12) }
}

/** The only file of a kind, or the only one of several that is called like this. */
function chosen(names: readonly string[], kind: RegExp, called: RegExp): string | undefined {
  const all = names.filter((name) => kind.test(name))
  const those = all.filter((name) => called.test(name))
  return all.length === 1 ? all[0] : those.length === 1 ? those[0] : undefined
}

/** One character a line; the blank before them is not in it. */
export const charactersIn = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)

/** What each class stands for: nothing, the dictionary and, where the network knows one more, the space. */
export function keysFor(characters: readonly string[], classes: number): string[] | undefined {
  if (classes === characters.length + 1) return ['', ...characters]
  return classes === characters.length + 2 ? ['', ...characters, ' '] : undefined
}
