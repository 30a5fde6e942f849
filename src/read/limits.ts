/** How much of a file is read: files that are made to trap readers ask for all there is. */
export interface ReadLimits {
  /** Pages of a file. */
  pages: number
  /** Bytes of operators that one page is drawn by, unpacked; a form counts as often as it is drawn. */
  content: number
}

export const LIMITS: ReadLimits = { pages: 5000, content: 32 * 2 ** 20 }
