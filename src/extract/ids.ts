export { shortHash } from '../model/short-hash.js'
