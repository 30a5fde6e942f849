import { jsonSchema, type SchemaName, schemaNames } from '../schemas.js'
import { usage } from './exit.js'
import { explainCheck, findCheck, listChecks, similarCheck } from './explain.js'
import { language, speak } from './language.js'

export function schema(name: string): void {
  if (!schemaNames.includes(name as SchemaName))
    usage(speak('error.schema', { name, names: schemaNames.join(', ') }))
  process.stdout.write(`${JSON.stringify(jsonSchema(name as SchemaName), null, 2)}\n`)
}

export function checks(code?: string): void {
  const check = code === undefined ? undefined : findCheck(code)
  if (code !== undefined && !check) usage(speak('error.check', { code, similar: similarCheck(code) }))
  process.stdout.write(`${check ? explainCheck(check, speak, language) : listChecks(speak, language)}\n`)
}
