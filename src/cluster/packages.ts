// The packages of a cluster are loaded when one is asked for: whoever works on one machine needs none of them.
import { ClusterError } from './cluster-error.js'

/** What the queue needs of Node. */
const NODE = [22, 12] as const

const isOld = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major < NODE[0] || (major === NODE[0] && minor < NODE[1])
}

async function loaded<M>(name: string, load: () => Promise<M>): Promise<M> {
  if (isOld())
    throw new ClusterError('node-too-old', { version: process.versions.node, needed: NODE.join('.') })
  try {
    return await load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new ClusterError('package-missing', { name })
  }
}

export const pgBoss = () => loaded('pg-boss', () => import('pg-boss'))
export const postgres = async () => (await loaded('pg', () => import('pg'))).default
export const awsS3 = () => loaded('@aws-sdk/client-s3', () => import('@aws-sdk/client-s3'))
