/** A symbol as Tesseract gives it: its place across the picture in pixels, and what else it may be. */
export interface TessSymbol {
  text: string
  x0: number
  x1: number
  /** Tesseract's own measure, 0..100: 99 where it is sure, 93 in text upside down. */
  sureness: number
  /** The symbol itself and its rivals, likeliest first; 0..100, each point about the same step in likelihood, all 0 where it can not tell. */
  choices: { text: string; score: number }[]
}

/** One pattern for both: a symbol's span, and the spans of its choices that follow it. */
const SPAN =
  /title='x_bboxes (\d+) \d+ (\d+) \d+; x_conf ([\d.]+)'>([^<]*)<|id='choice_[\d_]+' title='x_confs ([\d.]+)'>([^<]*)</g

/** Reads the symbols of a page in hOCR as `hocr_char_boxes` and `lstm_choice_mode` 2 write it. */
export function symbolsOf(hocr: string): TessSymbol[] {
  const symbols: TessSymbol[] = []
  for (const [, x0, x1, sureness, text, score, choice] of hocr.matchAll(SPAN)) {
    if (text !== undefined)
      symbols.push({
        text: plain(text),
        x0: Number(x0),
        x1: Number(x1),
        sureness: Number(sureness),
        choices: [],
      })
    else symbols.at(-1)?.choices.push({ text: plain(choice!), score: Number(score) })
  }
  return symbols.filter((s) => s.text.trim() !== '')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const plain = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
