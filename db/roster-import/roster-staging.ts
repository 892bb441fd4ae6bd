import { FailureError } from '../../domain/failure.ts'
import type { ImportChoices } from '../../domain/import-report.ts'
import type { RosterSheet, RosterTable } from '../../domain/roster-import/roster-table.ts'
import type { ImportFile, ImportMapping } from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import { importOfFile } from './import-memory.queries.ts'
import type { ImportPlan } from './plan-import.ts'
import { sheetLayouts } from './sheet-layouts.queries.ts'

export interface StagedRoster {
  readonly handle: string
  readonly fileName: string
  readonly table: RosterTable
  /** Of the bytes of the file; null where it was none. */
  readonly sha256: string | null
  plan: ImportPlan | undefined
  /** The sheets that were read last, and by which columns. */
  read: StagedSheets | undefined
  /** The reading under way: only the newest may leave its plan here, and only while nothing has made it void. */
  reading: symbol | undefined
  /** Once applied, a plan can be looked at but not applied again. */
  isApplied: boolean
}

interface StagedSheets {
  readonly sheetIndexes: readonly number[]
  readonly sheets: readonly RosterSheet[]
  readonly mapping: ImportMapping | null
  /** What each column was taken for. */
  readonly columns: ImportMapping
  readonly choices: ImportChoices
}

/** Per open ledger the roster chosen last; a newer one takes its place. */
const staged = new WeakMap<Ledger['raw'], StagedRoster>()

interface NewRoster {
  readonly handle: string
  readonly fileName: string
  readonly table: RosterTable
  readonly sha256?: string | null
}

/** Keeps a roster that was read until it is imported or another one is chosen; tells what is known of the file by now. */
export async function stageRoster(
  ledger: Ledger,
  { sha256 = null, ...roster }: NewRoster,
): Promise<Pick<ImportFile, 'importedBefore' | 'sheets'>> {
  staged.set(ledger.raw, {
    ...roster,
    sha256,
    plan: undefined,
    read: undefined,
    reading: undefined,
    isApplied: false,
  })
  const sheets = await sheetLayouts(ledger, roster.table)
  return { importedBefore: await importOfFile(ledger, sha256), sheets }
}

/** The roster behind a handle. Throws: handleExpired. */
export function stagedRoster(ledger: Ledger, handle: string): StagedRoster {
  const roster = staged.get(ledger.raw)
  if (roster?.handle !== handle) throw new FailureError('handleExpired')
  return roster
}

/** Lets the next look at the roster make a plan anew. */
export function forgetImportPlan(ledger: Ledger): void {
  const roster = staged.get(ledger.raw)
  if (roster === undefined) return
  roster.plan = undefined
  roster.reading = undefined
}

/** The plan made for a handle. Throws: handleExpired. */
export function stagedPlan(ledger: Ledger, handle: string): StagedRoster & { readonly plan: ImportPlan } {
  const roster = stagedRoster(ledger, handle)
  const { plan } = roster
  if (plan === undefined) throw new FailureError('handleExpired')
  return { ...roster, plan }
}
