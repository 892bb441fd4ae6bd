import { syncPrograms } from './codes/sync-program.ts'

/** Why a folder can't hold a ledger; each is a failure code too. */
export const folderRefusals = [
  'folderOnNetwork',
  'folderOnRemovableDrive',
  'folderInSyncRoot',
  'folderNameUnusable',
  'folderPathTooLong',
  'ledgerNameTooLong',
] as const
type FolderRefusal = (typeof folderRefusals)[number]

/** What speaks against a folder without ruling it out. */
export const folderWarnings = ['folderMaybeRemovable', 'folderIsPersonal', 'folderPathLong'] as const
export type FolderWarning = (typeof folderWarnings)[number]

/** What the edge found out about a folder. */
export interface FolderFacts {
  readonly system: 'windows' | 'posix'
  /** As chosen, and where links, junctions and mapped drives lead. */
  readonly paths: readonly string[]
  readonly ledgerName: string
  readonly drive: 'fixed' | 'removable' | 'maybeRemovable' | 'network' | 'unknown'
  /** Folders that sync programs name in the environment. */
  readonly syncRoots: readonly string[]
  /** Desktop and documents: full of other things, and often redirected to a server or a cloud. */
  readonly personalFolders: readonly string[]
}

/** The first thing that rules a folder out, and the first that speaks against it. */
export interface FolderVerdict {
  readonly refusal: FolderRefusal | null
  readonly warning: FolderWarning | null
}

/** Unit: UTF-16 units. From here on Windows programs begin to fail on a path. */
const longPath = 180

/** Unit: UTF-16 units on Windows; bytes elsewhere, where SQLite takes no longer ones. */
const longestPath = { windows: 259, posix: 511 } as const

/** Unit: as above; no file system in use takes a longer name. */
const longestName = 255

/** What the ledger's own files add: a copy before a migration, half-written, with its journal. */
const backupFolder = 'backups'
const longestSuffix = '-v9999-20261231235959.part-journal'.length

/** Whether a ledger may lie in a folder. */
export function judgeFolder(facts: FolderFacts): FolderVerdict {
  return { refusal: refusalOf(facts), warning: warningOf(facts) }
}

function refusalOf(facts: FolderFacts): FolderRefusal | null {
  const paths = facts.paths.map((path) => comparable(path, facts.system))
  if (facts.drive === 'network' || paths.some(isNetworkPath)) return 'folderOnNetwork'
  if (facts.drive === 'removable') return 'folderOnRemovableDrive'
  const roots = facts.syncRoots.map((root) => comparable(root, facts.system))
  if (paths.some((path) => isSynced(path, roots))) return 'folderInSyncRoot'
  if (facts.system === 'windows' && paths.some(hasNameThatWindowsDrops)) return 'folderNameUnusable'
  if (sizeOf(facts.ledgerName, facts.system) + longestSuffix > longestName) return 'ledgerNameTooLong'
  if (facts.paths.some((path) => isTooLong(path, facts))) return 'folderPathTooLong'
  return null
}

function warningOf(facts: FolderFacts): FolderWarning | null {
  if (facts.drive === 'maybeRemovable') return 'folderMaybeRemovable'
  const personal = facts.personalFolders.map((folder) => comparable(folder, facts.system))
  const isPersonal = facts.paths.some((path) =>
    personal.some((folder) => isWithin(comparable(path, facts.system), folder)),
  )
  if (isPersonal) return 'folderIsPersonal'
  return facts.paths.some((path) => path.length > longPath) ? 'folderPathLong' : null
}

/** One spelling for each folder: separators, the prefix of long Windows paths, letter case and accents. */
function comparable(path: string, system: FolderFacts['system']): string {
  const composed = path.normalize('NFC')
  if (system === 'posix') return composed.replace(/\/+$/, '')
  return composed
    .replaceAll('/', '\\')
    .replace(/^\\\\\?\\UNC\\/i, '\\\\')
    .replace(/^\\\\\?\\(?=[a-z]:)/i, '')
    .replace(/\\+$/, '')
    .toLowerCase()
    .replaceAll('\\', '/')
}

function isNetworkPath(path: string): boolean {
  return path.startsWith('//')
}

function isWithin(path: string, folder: string): boolean {
  return folder !== '' && `${path}/`.startsWith(`${folder}/`)
}

function isSynced(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => isWithin(path, root)) || path.split('/').some(isSyncName)
}

const syncNames = Object.values(syncPrograms).flatMap(({ folderNames }) =>
  folderNames.map((name) => name.toLowerCase()),
)
const syncNameStarts = Object.values(syncPrograms).flatMap(({ folderNameStarts }) =>
  folderNameStarts.map((start) => start.toLowerCase()),
)

function isSyncName(part: string): boolean {
  const name = part.toLowerCase()
  return syncNames.includes(name) || syncNameStarts.some((start) => name.startsWith(start))
}

/** Windows forgets a dot or space at the end of a name, so two programs would mean two folders. */
function hasNameThatWindowsDrops(path: string): boolean {
  return path.split('/').some((part) => /[. ]$/.test(part))
}

function isTooLong(path: string, { system, ledgerName }: FolderFacts): boolean {
  const longest = `${path}/${backupFolder}/${ledgerName}`
  return sizeOf(longest, system) + longestSuffix > longestPath[system]
}

function sizeOf(text: string, system: FolderFacts['system']): number {
  return system === 'windows' ? text.length : utf8Length(text)
}

function utf8Length(text: string): number {
  let length = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}
