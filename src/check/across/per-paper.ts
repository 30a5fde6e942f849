import { oncePer } from '../../model/once-per.js'
import type { Paper } from './across.js'

/** Reckoned once of each paper: its neighbours, and every trial of another reading of them, ask for the same again. */
export const perPaper = <T>(reckon: (paper: Paper) => T): ((paper: Paper) => T) => oncePer(reckon)
