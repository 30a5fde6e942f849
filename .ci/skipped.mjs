// Lists the test files of a vitest report in which a test was skipped; none at all is a fault of the report.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const files = report.testResults.filter((f) => f.assertionResults.some((t) => t.status !== 'passed'))
if (files.length === 0)
  throw new Error('no test was skipped in the bare clone: its report is not what it was')
// The bare clone stood elsewhere: what follows its folder's name is the same path here.
for (const { name } of files) console.log(name.slice(name.lastIndexOf('/yusuan/test/') + '/yusuan/'.length))
