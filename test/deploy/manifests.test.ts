// What deploys a cluster is held against the schemas of those who read it, and against our own command line.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { Job } from 'kubernetes-models/batch/v1/Job'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

const deploy = new URL('../../deploy/', import.meta.url)
const cli = new URL('../../dist/cli.js', import.meta.url).pathname
const text = (file: string): string => readFileSync(new URL(file, deploy), 'utf8')

interface Manifest {
  kind: string
  spec: { template: { spec: { containers: { args: string[] }[] } } }
}
const manifests = readdirSync(new URL('kubernetes/', deploy)).flatMap((file) =>
  parseAllDocuments(text(`kubernetes/${file}`), { merge: true }).map(
    (document) => [file, document.toJS() as Manifest] as const,
  ),
)
const KINDS = { Deployment, Job, PodDisruptionBudget }

function validate(manifest: Manifest): void {
  const Kind = KINDS[manifest.kind as keyof typeof KINDS]
  // Each kind takes its own shape; whether it fits is what is asked.
  new Kind(manifest as never).validate()
}

describe('the manifests of Kubernetes', () => {
  it.each(manifests)('%s fits its schema', (_, manifest) => {
    expect(() => validate(manifest)).not.toThrow()
  })

  it('would not fit with a field that is misspelt or of another type', () => {
    const [, worker] = manifests.find(([, m]) => m.kind === 'Deployment') as (typeof manifests)[0]
    expect(() => validate({ ...worker, spec: { ...worker.spec, replicas: 'four' } as never })).toThrow()
  })
})

describe('the compose file', () => {
  // The package shows its program alone, and ships the schema that Compose publishes beside it.
  const shipped = new URL('../../node_modules/dclint/schemas/compose.schema.json', import.meta.url)
  const { $schema: _, ...schema } = JSON.parse(readFileSync(shipped, 'utf8'))
  const fits = addFormats.default(new Ajv({ strict: false })).compile(schema)
  const compose = parse(text('compose.yaml'), { merge: true })

  it('fits the schema of Compose', () => {
    expect(fits(compose), JSON.stringify(fits.errors)).toBe(true)
    expect(fits({ ...compose, services: { worker: { ...compose.services.worker, comand: [] } } })).toBe(false)
  })

  it('and the manifests start commands that there are', () => {
    const commands: string[][] = [
      ...Object.values(compose.services as Record<string, { command?: string[] }>).flatMap((s) =>
        s.command ? [s.command] : [],
      ),
      ...manifests.flatMap(([, m]) => m.spec.template?.spec.containers.map((c) => c.args) ?? []),
    ]
    expect(commands.length).toBeGreaterThan(4)
    for (const command of commands) {
      // Without an address nothing is tried, but words and options are judged before.
      const { status, stderr } = spawnSync(process.execPath, [cli, '--lang', 'en', ...command], {
        env: { ...process.env, YUSUAN_DATABASE_URL: '' },
        encoding: 'utf8',
      })
      expect([status, stderr], command.join(' ')).toEqual([2, expect.stringContaining('--database-url')])
    }
  })
})
