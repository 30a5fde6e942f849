import type { Alternative } from '../../../model/page.js'

/** One character of a recognized line: where it stands and how sure the network is. */
export interface Decoded {
  text: string
  /** Middle of the character along the line, 0..1 of the width that the network saw. */
  centre: number
  /** 0..1. */
  confidence: number
  alternatives: Alternative[]
}

/** Readings less likely than this are noise of the network. */
const THINKABLE = 0.01
const MOST = 3
/** Only these are missed so that it matters, for they carry a figure's value. */
const MISSABLE = /^[\d.,\-−%％]$/

/**
 * Reads a CTC output greedily: class 0 is "nothing here", repeated classes in a row are one character.
 * What the network held possible beside is kept: another character, none, or one more between two.
 * @param allowed classes that may be read; all of them where it is left out.
 */
export function decode(
  probabilities: Float32Array,
  frames: number,
  classes: number,
  keys: readonly string[],
  allowed?: readonly number[],
): Decoded[] {
  const out: Decoded[] = []
  let last = 0
  let missed: { at: number; text: string; confidence: number }[] = []
  let run: { from: number; to: number; peak: number; best: number } | undefined
  const finish = () => {
    if (run) {
      const text = keys[last] as string
      if (text.trim() !== '')
        out.push({
          text,
          centre: (run.from + run.to + 1) / 2 / frames,
          confidence: run.best,
          alternatives: rivals(
            probabilities.subarray(run.peak * classes, (run.peak + 1) * classes),
            last,
            keys,
          ),
        })
    }
    run = undefined
  }
  for (let t = 0; t < frames; t++) {
    const at = t * classes
    let best = 0
    let p = probabilities[at] as number
    let second = 0
    let p2 = 0
    for (let i = 1; i < (allowed?.length ?? classes); i++) {
      const c = allowed?.[i] ?? i
      const q = probabilities[at + c] as number
      if (q > p) {
        p2 = p
        second = best
        p = q
        best = c
      } else if (q > p2) {
        p2 = q
        second = c
      }
    }
    if (best !== 0 && best === last && run) {
      run.to = t
      if (p > run.best) {
        run.best = p
        run.peak = t
      }
    } else {
      finish()
      last = best
      if (best !== 0) run = { from: t, to: t, peak: t, best: p }
      else if (p2 >= THINKABLE && MISSABLE.test(keys[second] ?? ''))
        missed.push({ at: (t + 0.5) / frames, text: keys[second] as string, confidence: p2 })
    }
  }
  finish()
  // The neighbours' own edges are no missed characters.
  missed = missed.filter(
    (m) => !out.some((d) => d.text === m.text && Math.abs(d.centre - m.at) * frames <= 2.5),
  )
  for (const m of missed) {
    const before = out.filter((d) => d.centre < m.at).at(-1)
    const after = out.find((d) => d.centre >= m.at)
    const host = before ?? after
    if (host)
      add(host, { text: host === before ? host.text + m.text : m.text + host.text, confidence: m.confidence })
  }
  return out
}

function rivals(frame: Float32Array, taken: number, keys: readonly string[]): Alternative[] {
  const found: Alternative[] = []
  for (let c = 0; c < frame.length; c++) {
    const confidence = frame[c] as number
    if (c === taken || confidence < THINKABLE) continue
    const text = c === 0 ? '' : (keys[c] as string).trim()
    insert(found, { text, confidence })
  }
  return found
}

const add = (d: Decoded, alternative: Alternative): void => {
  const same = d.alternatives.find((a) => a.text === alternative.text)
  if (same) same.confidence = Math.max(same.confidence, alternative.confidence)
  else insert(d.alternatives, alternative)
}

function insert(list: Alternative[], alternative: Alternative): void {
  list.push(alternative)
  list.sort((a, b) => b.confidence - a.confidence)
  if (list.length > MOST) list.length = MOST
}
