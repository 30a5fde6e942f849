// How characters come out of a recognizer that are not what is printed.

/** Characters that print alike: each may be read as any other of its group. */
const ALIKE = [
  ...['大太犬', '未末', '已己巳', '人入八', '目日自白', '收牧攸', '支文攴', '基墓', '类娄粪', '款欵', '项顼'],
  ...[
    '拨拔',
    '经径',
    '费赀',
    '元无兀',
    '万方力',
    '一丨1lI',
    '0〇O',
    '合台含',
    '计汁',
    '总怠',
    '表袭',
    '公分',
  ],
  ...['本木', '年午', '般船', '共其', '算箅', '预须', '结给', '转传', '余佘', '部邮', '财则', '政致', '用甩'],
  ...['金全', '性姓', '国围', '资货', '营管', '单草', '位住', '名各', '功切', '能熊', '科料', '码玛', '出岀'],
  ...[
    '上土工',
    '级圾',
    '补朴',
    '助肋',
    '利和',
    '明朋',
    '情清',
    '户卢',
    '理埋',
    '小少',
    '中申',
    '决诀',
    '数教',
  ],
  ...['市币', '绩续', '事亊', '社杜', '办力', '构枸', '行衍', '缴檄', '086', '17', '358', '69'],
]

/** Characters that fall into two pieces, or of which one piece is left. */
const PIECES: Readonly<Record<string, string>> = {
  合: '人口',
  款: '示欠',
  项: '工页',
  类: '米大',
  收: '丩攵',
  政: '正攵',
  财: '贝才',
  拨: '扌发',
  预: '予页',
  经: '纟圣',
  费: '弗贝',
  计: '讠十',
  结: '纟吉',
  转: '车专',
  总: '丷心',
  支: '十又',
  入: '丿丶',
  公: '八厶',
  表: '龶衣',
  算: '竹目',
  基: '其土',
  国: '囗玉',
  单: '丷早',
  位: '亻立',
  年: '𠂉干',
  金: '人王',
  万: '一力',
  元: '二儿',
  业: '丨丨',
  科: '禾斗',
  码: '石马',
}
const UNKNOWN = '口'

export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)
export const isDigit = (text: string): boolean => /^\d$/.test(text)

/** What a character may be taken for; nothing where none prints like it. */
export const lookAlikes = (text: string): string[] =>
  ALIKE.filter((group) => group.includes(text)).flatMap((group) => [...group].filter((c) => c !== text))

/** Two characters for the two halves of one. */
export const piecesOf = (text: string): [string, string] => {
  const [left = UNKNOWN, right = UNKNOWN] = [...(PIECES[text] ?? '')]
  return [left, right]
}
