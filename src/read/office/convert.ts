import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** LibreOffice, as it is called on the path of Linux, macOS and Windows. */
const PROGRAMS = ['soffice', 'libreoffice']
/** Milliseconds: it takes ten seconds to start for the first time. */
const PATIENCE = 120_000

/**
 * A document of Word 97 to 2003 as one of today, by LibreOffice where it is installed. Undefined where it is not, or
 * gives nothing. It runs with a profile of its own: one that is open on this machine would take the job and leave.
 */
export async function convertedToDocx(bytes: Uint8Array): Promise<Buffer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'yusuan-'))
  try {
    const input = join(folder, 'in.doc')
    await writeFile(input, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    for (const program of PROGRAMS) {
      const args = [profile, '--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, input]
      const ran = await promisify(execFile)(program, args, { timeout: PATIENCE, killSignal: 'SIGKILL' }).then(
        () => true,
        () => false,
      )
      if (ran) return await readFile(join(folder, 'in.docx')).catch(() => undefined)
    }
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
