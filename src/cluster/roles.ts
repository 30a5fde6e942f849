// Who may do what: three roles without a login, to be granted to the users of a site. Run by whoever owns the database.
import { QUEUE_SCHEMA, SCHEMA } from './migrations.js'

/** Submits, publishes, redrives; works; looks. */
export const ROLES = ['yusuan_operator', 'yusuan_worker', 'yusuan_viewer'] as const

const TABLES: Record<(typeof ROLES)[number], readonly (readonly [string, string])[]> = {
  yusuan_operator: [
    ['SELECT, INSERT, UPDATE, DELETE', 'batch, job, input, told, result, file, setting'],
    ['SELECT', 'attempt, worker, migration'],
  ],
  yusuan_worker: [
    ['SELECT', 'batch, input, setting, migration'],
    ['SELECT, INSERT', 'job, told, result, file'],
    ['SELECT, INSERT, UPDATE', 'attempt, worker'],
  ],
  yusuan_viewer: [['SELECT', 'batch, job, input, told, result, attempt, worker, setting, migration']],
}

/** SQL that makes the roles and gives them what they need and nothing more; may be run again. */
export function rolesSql(): string {
  const lines = ROLES.flatMap((role) => [
    `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;`,
    `GRANT USAGE ON SCHEMA ${SCHEMA}, ${QUEUE_SCHEMA} TO ${role};`,
    ...TABLES[role].map(
      ([rights, tables]) =>
        `GRANT ${rights} ON ${tables
          .split(', ')
          .map((t) => `${SCHEMA}.${t}`)
          .join(', ')} TO ${role};`,
    ),
    role === 'yusuan_viewer'
      ? `GRANT SELECT ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};`
      : `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};`,
    ...(role === 'yusuan_viewer'
      ? []
      : [`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${role};`]),
  ])
  return `${lines.join('\n')}\n`
}
