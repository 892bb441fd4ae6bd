import type Database from 'better-sqlite3'
import { migrations } from '../../../db/migration-list.ts'
import { ledgerApplicationId } from '../../../db/ledger-connection.ts'
import { makeOfficeAt, openOfficeAt } from '../office-ledger.ts'
import { fillFirstLedger } from './first-ledger-content.ts'
import { fillSecondLedger } from './second-ledger-content.ts'
import { fillThirdLedger } from './third-ledger-content.ts'

interface ReleasedContent {
  readonly version: number
  /** The version whose content it is added to, come to this one by its migrations; without it an empty ledger. */
  readonly after?: number
  readonly fill: (raw: Database.Database, peopleCount: number) => void
  /** Of schema and content with `frozenPeopleCount` people; a released migration that was edited changes it. */
  readonly digest: string
}

export const frozenPeopleCount = 10_000

/** What each version was filled with; versions without an entry are made from the one before by their migrations. */
export const releasedContents: readonly ReleasedContent[] = [
  { version: 1, fill: fillFirstLedger, digest: 'fa2eb8c3ab226869837539d0' },
  { version: 2, fill: fillSecondLedger, digest: 'cd00172f09af484bfbe79ca7' },
  { version: 13, after: 2, fill: fillThirdLedger, digest: '589bdacdee8f6185562c8d85' },
]

/** Columns that a later migration changes on purpose, as table.column. */
export const changedOnPurpose: readonly string[] = [
  // Rules ask conditions since version 14.
  'visitRule.criterion',
  'visitRule.value',
  // Visits of nobody known are counted by another key.
  ...['visitRoundId', 'isRemoved', 'outcome', 'visitCount'].map((column) => `namelessVisit.${column}`),
]

/** Those somebody may have a ledger of: what was released, and what is about to be. */
export const releasedVersions: readonly number[] = [
  ...releasedContents.map(({ version }) => version).filter((version) => version < migrations.length),
  migrations.length,
]

/** Makes a ledger as the given version left it, with content. */
export function makeReleasedOffice(filePath: string, version: number, peopleCount: number): void {
  const content = releasedContents.findLast((one) => one.version <= version)
  if (content === undefined) throw new Error('this version never was released')
  const raw = rawForContent(filePath, content, peopleCount)
  content.fill(raw, peopleCount)
  raw.close()
  if (version > content.version) openOfficeAt(filePath, migrations.slice(0, version)).close()
}

function rawForContent(filePath: string, { version, after }: ReleasedContent, peopleCount: number) {
  const upToIt = migrations.slice(0, version)
  if (after === undefined) return makeOfficeAt(filePath, upToIt, ledgerApplicationId)
  makeReleasedOffice(filePath, after, peopleCount)
  return openOfficeAt(filePath, upToIt)
}
