import type { Filing } from '../src/model/filing.js'
import { filingsOf } from '../src/run/index.js'

/** The filings of an output with all that is said of them, in the order of their ids. */
export async function wholeFilings(output: string): Promise<Filing[]> {
  const filings: Filing[] = []
  for await (const filing of filingsOf(output)) filings.push(filing)
  return filings
}
