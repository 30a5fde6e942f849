// Takes what a run has found, gives the data that `report.html` shows: an overview over all filings, and for each filing
// what was read of it, its pages as they were read, and pictures of the places that findings are about.
// Pure but for the encoding of pictures; `run/` writes what it gives.
// Never judges and never recomputes: what the report shows stands in the output's filings and tables.
export { bandsOf, type WantedPlaces } from './bands.js'
export { dataFile, dataPath } from './data-file.js'
export { encoded, partAsFiled } from './encoded.js'
export { filingPart } from './filing-part.js'
export { OverviewBuilder, type OverviewWords, wantedPlaces } from './overview.js'
export { reportPage } from './page.js'
export { paperOf } from './paper.js'
