/** Short names that documents print for bureaus, with the name that the official list prints. */
export const SHORT_NAMES: readonly (readonly [short: string, full: string])[] = [
  ['发改委', '发展和改革委员会'],
  ['发展改革委员会', '发展和改革委员会'],
  ['发展改革委', '发展和改革委员会'],
  ['人社局', '人力资源和社会保障局'],
  ['住建局', '住房和城乡建设局'],
  ['住房城乡建设局', '住房和城乡建设局'],
  ['卫健委', '卫生健康委员会'],
  ['卫健局', '卫生健康局'],
  ['文旅局', '文化和旅游局'],
  ['市场监管局', '市场监督管理局'],
  ['市监局', '市场监督管理局'],
  ['医保局', '医疗保障局'],
  ['国资委', '国有资产监督管理委员会'],
  ['退役军人局', '退役军人事务局'],
  ['经信委', '经济和信息化委员会'],
  ['经信局', '经济和信息化局'],
  ['工信局', '工业和信息化局'],
  ['资规局', '自然资源和规划局'],
  ['自规局', '自然资源和规划局'],
  ['机关事务局', '机关事务管理局'],
  ['城管局', '城市管理局'],
  ['商务委', '商务委员会'],
]

/** Reforms that gave an organ another name and left it its duties; the last name stands for all. */
export const RENAMED: readonly (readonly [before: string, after: string, year: number])[] = [
  ['环境保护局', '生态环境局', 2018],
  ['安全生产监督管理局', '应急管理局', 2018],
  ['卫生和计划生育委员会', '卫生健康委员会', 2018],
  ['卫生和计划生育局', '卫生健康局', 2018],
  ['扶贫开发办公室', '乡村振兴局', 2021],
  ['大数据发展管理局', '数据局', 2024],
]
