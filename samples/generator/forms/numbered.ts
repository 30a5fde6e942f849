import type { Paper } from '../paper.js'

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** Headings of one level, numbered one after the other. */
export function numbered(
  paper: Paper,
  level: number,
  mark = (han: string): string => `${han}、`,
): (title: string) => void {
  let next = 0
  return (title) => paper.heading(level, mark(HAN[next++] as string), title)
}
