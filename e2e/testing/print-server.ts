import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const daemon = '/usr/sbin/cupsd'
const administration = '/usr/sbin/lpadmin'
const patienceMs = 15_000

/** Why there can be no print server here; null where there can. */
export const printServerObstacle =
  process.platform === 'linux' && existsSync(daemon) && existsSync(administration)
    ? null
    : 'this machine has no print server'

/** The system's own print server, of this test alone: its printers keep what they get and put nothing on paper. */
export interface PrintServer {
  /** What the app must find in its environment. */
  readonly address: string
  readonly addPrinter: (name: string) => void
  readonly makeDefault: (name: string) => void
  readonly removePrinter: (name: string) => void
  /** The files of what has come for a printer, the first one first. */
  readonly papersOf: (name: string) => readonly string[]
  readonly end: () => Promise<void>
}

/** Throws: when it does not answer in time. */
export async function startPrintServer(): Promise<PrintServer> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-print-'))
  const inFolder = (name: string) => join(folder, name)
  for (const name of ['root', 'spool', 'cache', 'state']) mkdirSync(inFolder(name))
  const address = inFolder('socket')
  writeFileSync(inFolder('files.conf'), filesConf(inFolder))
  writeFileSync(inFolder('cupsd.conf'), serverConf(address))
  const server = spawn(daemon, ['-f', '-c', inFolder('cupsd.conf'), '-s', inFolder('files.conf')], {
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  const end = async () => {
    server.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const run = (program: string, args: readonly string[]) =>
    execFileSync(program, args, { env: { ...process.env, CUPS_SERVER: address }, stdio: 'pipe' }).toString()
  const administer = (...args: string[]) => {
    run(administration, args)
  }
  try {
    const until = Date.now() + patienceMs
    while (!existsSync(address)) {
      if (Date.now() > until) throw new Error('the print server does not answer')
      await pause(50)
    }
  } catch (error) {
    await end()
    throw error
  }
  return {
    address,
    addPrinter: (name) => administer('-p', name, '-E', '-v', 'file:/dev/null', '-m', 'raw'),
    makeDefault: (name) => administer('-d', name),
    removePrinter: (name) => administer('-x', name),
    papersOf: (name) =>
      [...run('lpstat', ['-W', 'all', '-o', name]).matchAll(/^\S+-(\d+)\s/gm)]
        .map(([, job = '']) => inFolder(`spool/d${job.padStart(5, '0')}-001`))
        .toSorted(),
    end,
  }
}

function filesConf(inFolder: (name: string) => string): string {
  const log = (name: string) => inFolder(`state/${name}`)
  return [
    `ServerRoot ${inFolder('root')}`,
    `RequestRoot ${inFolder('spool')}`,
    `CacheDir ${inFolder('cache')}`,
    `StateDir ${inFolder('state')}`,
    `TempDir ${inFolder('spool')}`,
    `AccessLog ${log('access')}`,
    `ErrorLog ${log('error')}`,
    `PageLog ${log('page')}`,
    'FileDevice Yes',
    '',
  ].join('\n')
}

/** Nobody but this machine reaches it, and everybody here may do everything. */
function serverConf(address: string): string {
  return [
    `Listen ${address}`,
    'Browsing Off',
    'DefaultAuthType None',
    '<Location />',
    '  Order allow,deny',
    '  Allow all',
    '</Location>',
    '<Policy default>',
    '  <Limit All>',
    '    Order deny,allow',
    '  </Limit>',
    '</Policy>',
    '',
  ].join('\n')
}
