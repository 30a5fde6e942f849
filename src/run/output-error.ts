import type { InputProblem } from '../ingest/index.js'

/** Why an output is not written, or not as a whole: a closed list. */
export type OutputErrorCode =
  /** Checked again: no output of a run, a filing that is not there, a filing that was changed by others. */
  | 'no-output'
  | 'filing-missing'
  | 'filing-changed'
  /** Nothing to read: what the output holds stays. */
  | 'no-input'
  /** An input is the output, or one of its folders. */
  | 'input-is-output'
  /** Files that no run wrote; results of other inputs. */
  | 'foreign-files'
  | 'other-inputs'
  /** Another run writes to it. */
  | 'held'
  /** Known before anything was read. */
  | 'not-writable'
  /** In the middle of a run: what is finished stays. */
  | 'write-failed'

export class OutputError extends Error {
  constructor(
    readonly code: OutputErrorCode,
    readonly path: string,
    /** What a sentence about it tells beside the path. */
    readonly parts: Readonly<Record<string, string | number>> = {},
    readonly problems: readonly InputProblem[] = [],
  ) {
    super(`${code}: ${path}`)
  }
}

/** Why a file could not be written, in classes that a person can do something about. */
export type WriteFault = 'full' | 'read-only' | 'denied' | 'in-use' | 'no-folder' | 'too-many-open' | 'device'

const FAULTS: Record<string, WriteFault> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'denied',
  EPERM: 'denied',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
  ENOTDIR: 'no-folder',
  EISDIR: 'no-folder',
  EEXIST: 'no-folder',
  ENOENT: 'no-folder',
  EMFILE: 'too-many-open',
  ENFILE: 'too-many-open',
  EIO: 'device',
}

/** The class of a system error, or nothing where it is none of a file. */
export const writeFaultOf = (error: unknown): WriteFault | undefined =>
  FAULTS[(error as NodeJS.ErrnoException).code ?? '']

/** An error of the system while the output was written, as one that a person is told about; others as they are. */
export function asOutputError(
  error: unknown,
  code: 'not-writable' | 'write-failed',
  output: string,
): unknown {
  const reason = writeFaultOf(error)
  if (reason === undefined || error instanceof OutputError) return error
  return new OutputError(code, (error as NodeJS.ErrnoException).path ?? output, { reason })
}
