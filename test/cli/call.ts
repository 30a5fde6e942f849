import { spawnSync } from 'node:child_process'

export const cli = new URL('../../dist/cli.js', import.meta.url).pathname
export const samples = new URL('../../samples/filings', import.meta.url).pathname

/** For runs whose report and lists nobody looks at. */
export const NO_PAPERS = ['--no-report', '--no-lists']

/** What a call of the built program says and ends with. */
export const call = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })

/** A line of a shell, where `yusuan` is the built program; `PIPESTATUS` and a pseudo-terminal need one. */
export const shell = (line: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync('bash', ['-c', `yusuan() { "${process.execPath}" "${cli}" "$@"; }\nexport -f yusuan\n${line}`], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
