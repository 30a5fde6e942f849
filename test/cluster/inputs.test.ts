// Inputs as machines of a cluster see them: objects of a store, archives, folders of another name, pages of one paper.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { zipSync } from 'fflate'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cluster, initialize, openCluster, publish, submit } from '../../src/cluster/index.js'
import { poolOf, processAll } from '../../src/run/index.js'
import { makePdf } from '../read/make-pdf.js'
import { CHINESE } from '../read/ocr/draw-text.js'
import { workerOf } from './engines.js'
import { Postgres } from './postgres.js'

const worker = new URL('../../dist/run/worker.js', import.meta.url)
const samples = new URL('../../samples/filings', import.meta.url).pathname
const PLAIN = { report: false, lists: false, ocr: 'off' } as const

const temporary = (): string => mkdtempSync(join(tmpdir(), '部门 预算 '))

const bytesOf = (output: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && e.name !== 'run.json' && e.name !== 'output.json')
      .map((e) => join(e.parentPath, e.name))
      .sort()
      .map((path) => [relative(output, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )

let postgres: Postgres
let databases = 0
beforeAll(async () => {
  postgres = await Postgres.start()
})
afterAll(() => postgres?.remove())

/** Reads what was submitted and publishes it; workers may see the folder elsewhere. */
async function published(
  args: readonly string[],
  {
    mounts = [],
    before = () => undefined,
  }: { mounts?: { from: string; to: string }[]; before?: () => void } = {},
): Promise<string> {
  const url = postgres.database(`inputs${databases++}`)
  await initialize(url)
  const submitting = await openCluster(url)
  await submit(submitting, 'b', args, { ocr: 'off' })
  await submitting.close()
  before()
  const cluster: Cluster = await openCluster(url, { mounts, connections: 8 })
  const pool = poolOf({ worker, concurrency: 2 })
  const one = workerOf(cluster, pool, 2)
  const running = one.run()
  const output = join(temporary(), '结果')
  try {
    for (let i = 0; i < 2000 && (await cluster.store.open('b')) > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 100))
    await publish(cluster, 'b', { ...PLAIN, output, wait: false })
  } finally {
    one.drain()
    await running
    pool.stop()
    await cluster.close()
  }
  return output
}

async function local(path: string): Promise<string> {
  const output = join(temporary(), '结果')
  await processAll([path], { ...PLAIN, output, worker, concurrency: 2 })
  return output
}

const someSamples = (): string[] =>
  readdirSync(samples, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith('.pdf'))
    .map((e) => join(e.parentPath, e.name))
    .sort()
    .slice(0, 3)

describe('inputs of a cluster', () => {
  it('come from a store that speaks S3, and give what a folder gives', async () => {
    const folder = join(temporary(), '青屏市')
    mkdirSync(join(folder, '2025 年'), { recursive: true })
    for (const path of someSamples()) cpSync(path, join(folder, '2025 年', path.split('/').at(-1) as string))
    const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: temporary() })
    const { port } = await server.run()
    process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${port}`
    process.env.AWS_ACCESS_KEY_ID = 'S3RVER'
    process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER'
    try {
      const client = new S3Client({
        endpoint: process.env.AWS_ENDPOINT_URL_S3,
        region: 'us-east-1',
        forcePathStyle: true,
      })
      await client.send(new CreateBucketCommand({ Bucket: 'filings' }))
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) =>
        e.isFile(),
      )) {
        const path = join(entry.parentPath, entry.name)
        const Key = `青屏市/${relative(folder, path)}`
        await client.send(new PutObjectCommand({ Bucket: 'filings', Key, Body: readFileSync(path) }))
      }
      const output = await published(['s3://filings/青屏市'])
      expect(readdirSync(join(output, 'filings'))).toHaveLength(3)
      expect(bytesOf(output)).toEqual(bytesOf(await local(folder)))
      await expect(published(['s3://no-such-bucket/a'])).rejects.toMatchObject({ code: 'storage' })
    } finally {
      await server.close()
    }
  })

  it('stand in archives, and in archives inside archives', async () => {
    const [first, second, third] = someSamples().map(
      (path) => new Uint8Array(readFileSync(path)),
    ) as Uint8Array[]
    const folder = join(temporary(), '青屏市')
    mkdirSync(folder)
    const inner = zipSync({ 'b.pdf': second as Uint8Array })
    writeFileSync(join(folder, '报送.zip'), zipSync({ 'a.pdf': first as Uint8Array, '单位.zip': inner }))
    writeFileSync(join(folder, 'c.pdf'), third as Uint8Array)
    const output = await published([folder])
    expect(readdirSync(join(output, 'filings'))).toHaveLength(3)
    expect(bytesOf(output)).toEqual(bytesOf(await local(folder)))
  })

  it('stand in a folder that has another path on each machine', async () => {
    const root = temporary()
    const folder = join(root, '青屏市')
    mkdirSync(folder)
    for (const path of someSamples()) cpSync(path, join(folder, path.split('/').at(-1) as string))
    const expected = bytesOf(await local(folder))
    const elsewhere = join(temporary(), 'mnt')
    const output = await published([folder], {
      mounts: [{ from: root, to: elsewhere }],
      before: () => renameSync(root, elsewhere),
    })
    expect(bytesOf(output)).toEqual(expected)
  })

  it('are told of their paper where it is published page by page', async () => {
    const page = (...texts: string[]) =>
      makePdf((doc) => {
        doc.font(CHINESE).fontSize(11)
        for (const [i, text] of texts.entries()) doc.text(text, 60, 90 + i * 22, { lineBreak: false })
      })
    const folder = join(temporary(), '件')
    mkdirSync(folder)
    const first = await page(
      '2031年部门预算编制说明',
      '　　2031年，云汀市古渠局收入预算120.00万元，其中：财政拨款收入120.00万元。',
      '　　财政拨款支出主要内容如下：',
      '　　1.“教育支出（类）-进修及培训（款）-培训支出（项）”20.00万元，主要用于业务培训。',
    )
    const second = await page(
      '　　2.“农林水支出（类）-水利（款）-行政运行（项）”70.00万元，主要用于保障机关正常运转。',
    )
    writeFileSync(join(folder, '预算_p1.pdf'), first)
    writeFileSync(join(folder, '预算_p2.pdf'), second)
    const output = await published([folder])
    expect(bytesOf(output)).toEqual(bytesOf(await local(folder)))
    const facts = readFileSync(join(output, 'facts.csv'), 'utf8')
    expect(facts).toContain('2130301')
    expect(facts).toContain('paper-of-pages')
  })
})
