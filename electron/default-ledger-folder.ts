import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeFolder } from '../db/make-folder.ts'

/** What decides where a new ledger goes unless the office chooses otherwise. */
export interface HomeFacts {
  readonly platform: NodeJS.Platform
  /** The program's own folder for this user. */
  readonly userData: string
  readonly programData: string | undefined
  readonly localAppData: string | undefined
  readonly systemRoot: string | undefined
}

const sharedFolder = 'LinliLedger'

/** Windows' own number for "everybody with an account on this PC": its name differs by language. */
const everyAccount = '*S-1-5-32-545'

/**
 * A folder every Windows account of the PC can write to, proven by writing; else the user's own.
 * Windows lets everybody create files in ProgramData, but only their makers change them, hence the grant.
 */
export async function findDefaultLedgerFolder(
  facts: HomeFacts,
  grant: (folder: string) => Promise<void> = (folder) => grantEveryAccount(facts.systemRoot, folder),
): Promise<string> {
  if (facts.platform !== 'win32') return join(facts.userData, 'ledger')
  const shared = await sharedLedgerFolder(facts.programData, grant)
  if (shared !== null) return shared
  // The roaming folder of userData may lie on a server.
  return facts.localAppData === undefined
    ? join(facts.userData, 'ledger')
    : join(facts.localAppData, sharedFolder, 'ledger')
}

async function sharedLedgerFolder(
  programData: string | undefined,
  grant: (folder: string) => Promise<void>,
): Promise<string | null> {
  if (programData === undefined) return null
  const top = join(programData, sharedFolder)
  const folder = join(top, 'ledger')
  try {
    await makeForEveryAccount(top, folder, grant)
    await proveWritable(folder)
    return folder
  } catch {
    // Whatever forbids it, the user's own folder is the answer.
    return null
  }
}

async function makeForEveryAccount(
  top: string,
  folder: string,
  grant: (folder: string) => Promise<void>,
): Promise<void> {
  const isNew = !existsSync(top)
  makeFolder(top)
  try {
    if (isNew) await grant(top)
  } catch (error) {
    rmSync(top, { recursive: true })
    throw error
  }
  makeFolder(folder)
}

/** Rights alone don't tell: a quota, a policy or folder protection shows only when a file is written. */
async function proveWritable(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${randomUUID()}`)
  try {
    const file = await open(probe, 'wx')
    try {
      await file.writeFile(probe)
      await file.sync()
    } finally {
      await file.close()
    }
    if ((await readFile(probe, 'utf8')) !== probe) throw new Error('a file did not keep what was written')
  } finally {
    await rm(probe, { force: true })
  }
}

async function grantEveryAccount(systemRoot: string | undefined, folder: string): Promise<void> {
  if (systemRoot === undefined) throw new Error('Windows does not say where it is')
  const { file, args } = grantCommand(systemRoot, folder)
  await promisify(execFile)(file, args, { windowsHide: true, timeout: 5000 })
}

/** Windows' own tool at its own place: change rights for every account, for all that will be made inside. */
export function grantCommand(
  systemRoot: string,
  folder: string,
): { readonly file: string; readonly args: readonly string[] } {
  return {
    file: `${systemRoot}\\System32\\icacls.exe`,
    args: [folder, '/grant', `${everyAccount}:(OI)(CI)M`, '/Q'],
  }
}
