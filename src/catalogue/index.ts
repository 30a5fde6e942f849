// Takes nothing, gives what the world fixes: the contract's concepts, classification codes by year, places.
// Data with lookups, loaded at first use.
// Never decides anything about a filing.
export {
  type CodeEntry,
  type CodeQuery,
  economyCodes,
  economyName,
  functionClasses,
  functionCodes,
  functionName,
  governmentEconomyCodes,
  governmentEconomyName,
} from './classification.js'
export {
  columnWords,
  conceptWords,
  type InBoth,
  type ValueWords,
  valuesOf,
} from './codebook.js'
export { concepts } from './concepts.js'
export { economyMapping } from './economy-mapping.js'
export { foldName } from './fold-name.js'
export { formHeads, headMeant, isFormHead } from './form-heads.js'
export { standsInNames } from './name-pairs.js'
export { RENAMED, SHORT_NAMES } from './organization-names.js'
export { regionOf } from './regions.js'
export { type Exception, type Requirement, requirements, type Way, type Words } from './requirements.js'
export { subsets } from './subsets.js'
