import { createHash } from 'node:crypto'

/** Ten hex digits that name a place or key: ids survive a new version because they come from the print. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 10)
