// Takes what failed, gives what went wrong in the making of the paper: one defect, what it explains, and the finding that
// tells it. Never decides whether something failed, and never changes a figure.
export { followOwn } from './between-filings.js'
export { hinted } from './hints.js'
export { ledBy } from './led-by.js'
export { ledByOneDifference } from './one-difference.js'
export { rootCauses } from './root-causes.js'
