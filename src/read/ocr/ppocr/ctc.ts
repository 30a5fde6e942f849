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
/** All classes of a frame are 1 together but for rounding: beside one so likely none is likelier … */
const MORE_THAN_HALF = 0.51
/** … and beside one so likely none is thinkable. */
const ALONE = 1 - THINKABLE + 0.0001
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
    const frame = probabilities.subarray(t * classes, (t + 1) * classes)
    const best = likeliest(frame, last, allowed)
    const p = frame[best] as number
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
      else if (p < ALONE) {
        const second = likeliestBeside(frame, allowed)
        const confidence = frame[second] as number
        if (confidence >= THINKABLE && MISSABLE.test(keys[second] ?? ''))
          missed.push({ at: (t + 0.5) / frames, text: keys[second] as string, confidence })
      }
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

/** The likeliest class of a frame, the blank and the class of the frame before it tried first: it is mostly one of them. */
function likeliest(frame: Float32Array, last: number, allowed: readonly number[] | undefined): number {
  for (const c of [0, last]) if ((frame[c] as number) > MORE_THAN_HALF) return c
  const other = likeliestBeside(frame, allowed)
  return (frame[other] as number) > (frame[0] as number) ? other : 0
}

/** The likeliest class but the blank. */
function likeliestBeside(frame: Float32Array, allowed: readonly number[] | undefined): number {
  const count = allowed?.length ?? frame.length
  let best = allowed?.[1] ?? 1
  for (let i = 2; i < count; i++) {
    const c = allowed ? (allowed[i] as number) : i
    if ((frame[c] as number) > (frame[best] as number)) best = c
  }
  return best
}

function rivals(frame: Float32Array, taken: number, keys: readonly string[]): Alternative[] {
  const found: Alternative[] = []
  if ((frame[taken] as number) >= ALONE) return found
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
