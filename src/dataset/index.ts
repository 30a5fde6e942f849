// Takes the CSV files of an output folder, gives the same rows as Parquet, and answers questions over all filings by SQL.
// Flat memory whatever their number: DuckDB has a limit and goes to disk beyond it, results come row by row.
// Never judges a figure, and never holds money in floating point: DECIMAL(38, 6) or text.

export { Dataset, type Print } from './dataset.js'
export { DatasetError, removeSpills } from './duckdb.js'
export { longPanel, type PanelRequest, type PanelTable, widePanel } from './panel-table.js'
export { csvToParquet } from './parquet.js'
export { type Answer, QueryError, queryDataset } from './query.js'
