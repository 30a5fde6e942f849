import { once } from 'node:events'
import { resolve } from 'node:path'
import { DatasetError, QueryError, queryDataset } from '../dataset/index.js'
import { TABLES_OF_OUTPUT } from '../publish/index.js'
import { type AnswerFormat, answerText } from './answer.js'
import { usage } from './exit.js'
import { speak } from './language.js'

interface QueryFlags {
  output: string
  format: AnswerFormat
  timeLimit?: number
}

export async function query(sql: string, { output, format, timeLimit }: QueryFlags): Promise<void> {
  try {
    const answer = await queryDataset(resolve(output), TABLES_OF_OUTPUT, sql, timeLimit)
    for await (const text of answerText(answer, format, speak))
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  } catch (error) {
    if (error instanceof DatasetError) usage(speak('query.no-duckdb', { detail: error.message }))
    if (!(error instanceof QueryError)) throw error
    usage(speak(`query.${error.code}`, { detail: error.message }))
  }
}
