/** Heads that the forms of budgets and final accounts print, in all years and places alike. */
const HEADS =
  '单位编码 单位名称 科目编码 科目名称 功能科目编码 功能科目名称 支出功能分类科目 支出经济分类科目 部门预算支出经济分类科目 政府预算支出经济分类科目 项目名称 项目 备注 合计 小计 总计 上年 本年 当年 上年预算数 本年预算数 当年预算数 预算数 决算数 增减变化情况 增减额 增减率 收入总计 支出总计 本年收入合计 本年支出合计 结转下年 上年结转 年初结转和结余 年末结转和结余 使用非财政拨款结余 财政拨款收入 一般公共预算拨款 一般公共预算拨款收入 政府性基金拨款 政府性基金预算拨款 国有资本经营预算收入 国有资本经营预算拨款 上级补助收入 事业收入 经营收入 事业单位经营收入 附属单位上缴收入 对附属单位上缴收入 其他收入 基本支出 项目支出 人员经费 公用经费 人员经费支出 公用经费支出 专项业务经费支出 上缴上级支出 经营支出 事业单位经营支出 对附属单位补助支出 一般公共预算拨款安排的“三公”经费预算 因公出国 因公出国（境）费 因公出国（境）费用 （境）费用 公务接待费 公务用车购置费 公务用车运行费 公务用车运行维护费 公务用车购置及运行费 公务用车购置及运行维护费 公务用车购置 公务用车运行 维护费 会议费 培训费'.split(
    ' ',
  )

const KNOWN = new Set(HEADS)

/** All of them. */
export const formHeads = (): readonly string[] => HEADS

/** Whether a text is a head of those forms, to the letter. */
export const isFormHead = (text: string): boolean => KNOWN.has(text)

/** Shorter words differ in too little. */
const SHORTEST = 2
/** Share of a head's characters that must have been read as they are printed. */
const AGREED = 0.5

/**
 * The one head that characters may stand for: as long, with every character in its place that is fixed, and half of
 * all of them. Undefined where there is none or more than one.
 * @param isFixed whether a character, by its index, can not be another.
 */
export function headMeant(
  characters: readonly string[],
  isFixed: (index: number) => boolean,
): string | undefined {
  if (characters.length < SHORTEST) return undefined
  const found = HEADS.filter((head) => {
    const printed = [...head]
    if (printed.length !== characters.length) return false
    const agreed = printed.filter((c, i) => c === characters[i]).length
    return agreed >= AGREED * printed.length && printed.every((c, i) => c === characters[i] || !isFixed(i))
  })
  return found.length === 1 ? found[0] : undefined
}
