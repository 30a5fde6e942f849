// Takes the findings of a whole run, gives them as a person goes through them: those too small to matter made milder,
// ranked by weight, held against an earlier run's output.
// Never adds or drops a finding, and never touches what was checked: outcomes and the status of figures stay.

export { compared } from './compare.js'
export { type EarlierOutput, type NoBaseline, readBaseline } from './earlier-output.js'
export { asMinDifference, lowered } from './min-difference.js'
export { ranked } from './rank.js'
