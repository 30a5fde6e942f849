/** 核对结果的句子：每一句一个代码，占位符 {name} 由核对填入。 */
export const zhSentences = {} as const satisfies Readonly<Record<string, string>>
