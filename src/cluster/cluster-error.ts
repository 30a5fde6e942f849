/** Why a cluster does not do what it was asked: a closed list. */
export type ClusterErrorCode =
  /** This Node is older than what the queue needs; the packages that a cluster needs are not installed. */
  | 'node-too-old'
  | 'package-missing'
  /** Nobody answers at the address; the server does not let this user in; the address is none. */
  | 'database-unreachable'
  | 'database-refused'
  | 'database-url'
  /** `cluster init` was not called; an older or newer program made the schema. */
  | 'not-initialized'
  | 'schema-older'
  | 'schema-newer'
  /** Nothing was submitted under this name; it was submitted by another version of the program. */
  | 'unknown-batch'
  | 'other-program'
  /** Not everything has been read yet. */
  | 'unfinished'
  /** Storage: no such bucket or object, no access, nobody answers. */
  | 'storage'

/** Bad news that a person can do something about; the address of the database is never part of it. */
export class ClusterError extends Error {
  constructor(
    readonly code: ClusterErrorCode,
    readonly parts: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
  }
}
