// Takes the lock of the folder it is given, says so, and lives until it is killed.
import { Hold } from '../../../dist/run/hold.js'

await Hold.take(process.argv[2])
process.send('held')
setInterval(() => {}, 1000)
