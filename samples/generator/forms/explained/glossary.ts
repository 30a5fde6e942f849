import type { Paper } from '../../paper.js'

const TERMS: readonly (readonly [term: string, meaning: string])[] = [
  ['财政拨款收入', '本级财政在当年拨付的资金'],
  ['基本支出', '为维持机构运转、完成日常工作而发生的支出，包括人员经费和公用经费'],
  ['项目支出', '在基本支出之外，为完成特定的工作任务而发生的支出'],
  ['“三公”经费', '用财政拨款开支的因公出国（境）费、公务用车购置及运行维护费和公务接待费'],
  ['机关运行经费', '为保障机构运行、用于购买货物和服务的公用经费'],
]

/** The terms of the paper, explained. */
export function glossary(paper: Paper): void {
  for (const [term, meaning] of TERMS) paper.prose([`${term}：指${meaning}。`])
}
