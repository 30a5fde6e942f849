import { join } from 'node:path'

/** The folder in an output that is about the output itself: whose it is, who writes to it, hashes of its filings. */
export const OWN_FOLDER = '.yusuan'

export const ownPath = (
  output: string,
  name: 'output.json' | 'lock' | 'filings.sha256' | 'lists.sha256',
): string => join(output, OWN_FOLDER, name)

/** A folder of what waits on disk while an output is finished; left over only where the process was killed. */
export const pilesPath = (output: string): string => join(output, OWN_FOLDER, 'piles')

/** Name of a file that is being written: the process, something that no other file has, and this ending. */
export const PART = /\.\d+-[0-9a-f]{8}\.part$/
