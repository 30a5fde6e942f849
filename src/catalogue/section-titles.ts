import type { SectionType } from '../model/filing.js'

/** What a section's printed title (spaces and quotes removed) says it is about; the first that fits counts. */
export const SECTION_TITLES: readonly [SectionType, RegExp][] = [
  ['glossary', /名词解释|名称解释|名词说明|术语/],
  ['three-public', /三公|因公出国|公务接待|公务用车购置/],
  ['operating-cost', /机关运行经费/],
  ['procurement', /政府采购/],
  ['assets', /国有资产|资产占(?:有|用)|车辆/],
  ['performance', /绩效/],
  ['government-fund', /政府性基金/],
  ['state-capital', /国有资本经营/],
  ['by-function', /功能(?:科目|分类)/],
  ['by-economy', /经济(?:科目|分类)/],
  ['staff', /人员(?:情况|编制|构成)|编制情况/],
  ['entities', /单位构成|预算单位(?:组成|范围)|单位范围/],
  ['projects', /项目(?:经费|支出)?情况说明|[^公]经费情况说明$|项目概[述况]|立项依据|重点项目/],
  ['tables', /^(?!.*(?:情况|说明)$).*(?:报?表(?:格)?$|表格部分|公开报表|(?:预算|决算)表)/],
  ['tasks', /工作任务|主要任务|工作目标|重点工作|工作重点/],
  ['organization', /机构(?:设置|编制|情况)|内设机构|概况|基本情况|简介/],
  ['duties', /职(?:责|能)/],
  ['fiscal-appropriation', /财政拨款/],
  ['general-budget', /一般公共预算/],
  ['revenue-expenditure', /收支|收入|支出|编制说明|预算安排|预算情况说明|决算情况说明/],
]
