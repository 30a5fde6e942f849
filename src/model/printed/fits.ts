/** Whether a text holds one of several sets of words: all of a set, and none of those with a `!` before them. */
export const fits = (text: string, words: readonly (readonly string[])[]): boolean =>
  words.some((all) => all.every((w) => (w.startsWith('!') ? !text.includes(w.slice(1)) : text.includes(w))))
