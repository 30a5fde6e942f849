import { lazy, readData } from './csv.js'

const NAMES = ['functional.csv', 'economic-department.csv', 'economic-government.csv']
/** Words of forms that no classification names. */
const FORM_WORDS =
  '收入 支出 收支 总表 明细表 合计 小计 总计 预算数 决算数 自评 自有 自筹 编审 审批 名称 科目 项目 目录 目标 绩效 单位 深入 投入 纳入 列入 转入 引入 融入 购入 人数 人员 人才 人民 人口 人次 人均 人力 人大 人社 人事 人群 人防 个人 老人 军人 法人 本人 病人 责任人 负责人 残疾人'

/** Pairs of characters that stand side by side in names of codes or heads of forms. */
const pairs = lazy((): ReadonlySet<string> => {
  const names = [
    ...NAMES.flatMap((file) => readData(file).map((row) => row.name ?? '')),
    ...FORM_WORDS.split(' '),
  ]
  return new Set(
    names.flatMap((name) => {
      const characters = [...name]
      return characters.slice(1).map((c, i) => characters[i] + c)
    }),
  )
})

/** Whether two characters stand side by side in some name of the field. */
export const standsInNames = (pair: string): boolean => pairs().has(pair)
