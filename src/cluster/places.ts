// Where inputs are: below a folder that all machines see, or in a store that speaks S3. Bytes never go through the queue.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { S3Client } from '@aws-sdk/client-s3'
import { bytesOf, digest, findSources } from '../ingest/index.js'
import type { Source } from '../model/source.js'
import { ClusterError } from './cluster-error.js'
import type { Place, SourceOfJob } from './job-spec.js'
import { awsS3 } from './packages.js'

/** An input as it stands on this machine, or why it does not. */
export type Brought = Source | { fault: 'input-gone' | 'input-changed' }

/** A folder as the machine that submitted it sees it, and as this one does. */
export interface Mount {
  from: string
  to: string
}

export class Places {
  private client: Promise<S3Client> | undefined

  constructor(private readonly mounts: readonly Mount[] = []) {}

  /** A file of a shared folder on this machine. */
  here(file: string): string {
    const mount = this.mounts.find(({ from }) => file === from || file.startsWith(from + sep))
    return mount ? join(mount.to, file.slice(mount.from.length)) : file
  }

  /** Brings an input to this machine, below `folder` where it has to be copied, and makes sure of its bytes. */
  async bring(source: SourceOfJob, place: Place, folder: string): Promise<Brought> {
    try {
      const path = 'file' in place ? this.here(place.file) : await this.download(place, folder)
      // A folder that is not mounted must not look like a file that was removed from an archive.
      await stat(path)
      const found = place.nested
        ? await nestedIn(path, source, join(folder, 'unpacked'))
        : { ...source, path, ...(place.packed ? { packed: place.packed } : {}) }
      if (!found) return { fault: 'input-changed' }
      return (await shaOf(found)) === source.sha256 ? found : { fault: 'input-changed' }
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR' || name === 'NoSuchKey' || name === 'NotFound')
        return { fault: 'input-gone' }
      throw error
    }
  }

  /** Keys below a prefix, with their sizes. */
  async *list(bucket: string, prefix: string): AsyncGenerator<string> {
    const { ListObjectsV2Command } = await awsS3()
    const client = await this.s3()
    let token: string | undefined
    do {
      const page = await client
        .send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }))
        .catch((error) => {
          throw new ClusterError('storage', { reason: error.name, place: `s3://${bucket}/${prefix}` })
        })
      for (const { Key } of page.Contents ?? []) if (Key && !Key.endsWith('/')) yield Key
      token = page.IsTruncated ? page.NextContinuationToken : undefined
    } while (token)
  }

  /** Copies an object to a file below a folder, and says where. */
  async download(
    { bucket, key }: { bucket: string; key: string },
    folder: string,
    name = 'object',
  ): Promise<string> {
    const { GetObjectCommand } = await awsS3()
    const client = await this.s3()
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await pipeline(Body as Readable, createWriteStream(path))
    return path
  }

  /** Where the environment says, with the credentials that it names. */
  private s3(): Promise<S3Client> {
    this.client ??= awsS3().then(({ S3Client }) => {
      const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL
      return new S3Client({
        region: process.env.AWS_REGION ?? 'us-east-1',
        // Stores of one's own have no name for each bucket.
        ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      })
    })
    return this.client
  }
}

/** What stands in an archive inside an archive is found anew: nobody else knows where it was unpacked. */
async function nestedIn(archive: string, told: SourceOfJob, folder: string): Promise<Source | undefined> {
  const { sources, duplicates } = await findSources([archive], folder)
  const inside = told.source.slice(told.source.indexOf('!/'))
  const found = [...sources, ...duplicates].find((s) => s.sha256 === told.sha256 && s.source.endsWith(inside))
  // Alone the archive has another name than among the files that were submitted.
  return found && { ...found, ...told }
}

async function shaOf(source: Source): Promise<string> {
  if (!source.packed) return (await digest(createReadStream(source.path))).sha256
  const bytes = await bytesOf(source)
  return (
    await digest(
      (async function* () {
        yield bytes
      })(),
    )
  ).sha256
}
