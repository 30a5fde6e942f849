// Words that say which way a figure moved: the sources of patterns.

export const UP = '增加|增长|上升|提高|增幅|大于|上涨|上浮|扩大|增多|多于|高于'
export const DOWN = '减少|下降|降低|降幅|小于|压减|减幅|下浮|减低|缩减|削减|压缩|下调|少于|低于'
/** The form's alternatives, never chosen between: `增加（减少）`, `下降/增长`. */
export const UNCHOSEN = `(?:(?:${UP})[（(/](?:${DOWN})|(?:${DOWN})[（(/](?:${UP}))[）)]?`
