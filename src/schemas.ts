import { z } from 'zod'
import { CheckOutcome, Fact, Filing, FilingTable, Finding, Section } from './model/filing.js'
import { Standing } from './model/standing.js'

const SCHEMAS = {
  filing: Filing,
  section: Section,
  table: FilingTable,
  fact: Fact,
  'check-outcome': CheckOutcome,
  finding: Finding,
  standing: Standing,
}

export type SchemaName = keyof typeof SCHEMAS

export const schemaNames = Object.keys(SCHEMAS) as SchemaName[]

/** The JSON Schema of what the output holds, generated from the types that every filing is validated against. */
export const jsonSchema = (name: SchemaName): object => z.toJSONSchema(SCHEMAS[name])

/** Text of `schemas/<name>.schema.json`. */
export const schemaText = (name: SchemaName): string => `${JSON.stringify(jsonSchema(name), null, 2)}\n`
