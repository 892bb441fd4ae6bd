import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeBackup } from '../../../db/backup/make-backup.ts'
import { restoreBackup } from '../../../db/backup/restore-backup.ts'
import { checkStaged, keyOfStaged, stageBackup } from '../../../db/backup/stage-backup.ts'
import { toLedgerKey, type LedgerKey } from '../../../db/key/ledger-key.ts'
import type { Ledger } from '../../../db/ledger.ts'
import { clockOn, closeOffice, foundOffice, openOffice } from '../office-ledger.ts'
import { contentDigest } from '../oracle/table-digests.ts'
import { officePlan } from './office-plan.ts'
import { performStep } from './perform-step.ts'

/** An office with keys and people whose ledger nobody has open. */
export interface KeptOffice {
  readonly filePath: string
  readonly key: LedgerKey
}

/** Sets one up; who lives there depends on the seed. The recovery code is what would be printed. */
export async function makeKeptOffice(
  filePath: string,
  seed = 47,
): Promise<KeptOffice & { readonly recoveryCode: string }> {
  mkdirSync(dirname(filePath), { recursive: true })
  const { ledger, key, recoveryCode } = await foundOffice(filePath)
  for (const step of officePlan('edit', seed, 0).base)
    if (step.kind !== 'reopen') await performStep(ledger, step)
  closeOffice(ledger)
  if (recoveryCode === null) throw new Error('an office without a recovery code')
  return { filePath, key, recoveryCode }
}

/** Keys travel to other processes as text. */
export function keyFrom(hex: string): LedgerKey {
  return toLedgerKey(Buffer.from(hex, 'hex'))
}

export function openKept({ filePath, key }: KeptOffice): Ledger {
  return openOffice(filePath, clockOn(), key)
}

/** Makes a backup as the program does by itself. Shape: its path. Throws: FailureError. */
export async function backUp(ledger: Ledger, key: LedgerKey): Promise<string> {
  return (await makeBackup(ledger, { key, reason: 'byHand' })).filePath
}

/** One more person, of which there is another each time. */
export async function addSomebody(ledger: Ledger, index: number): Promise<void> {
  const steps = officePlan('edit', 1000 + index, 0).base
  const draft = steps.flatMap((step) => (step.kind === 'import' ? step.people : []))[0]
  if (draft === undefined) throw new Error('nobody to add')
  await performStep(ledger, { kind: 'add', draft })
}

/** Somebody's note is another one; nobody comes or goes. */
export async function changeSomebody(ledger: Ledger): Promise<void> {
  const [draft] = officePlan('edit', 47, 0).base.flatMap((step) =>
    step.kind === 'import' ? step.people : [],
  )
  if (draft === undefined) throw new Error('nobody to change')
  const { idNumber, phones, careTags } = draft
  await performStep(ledger, {
    kind: 'edit',
    idNumber,
    changes: { phones, careTags, note: 'changed' },
  })
}

/** Checks a backup from end to end with the key at hand, and lets go of it. Throws: FailureError. */
export async function stageAndCheck(source: string, office: KeptOffice, workFile: string) {
  const staged = await stageBackup({ source, ledgerFile: office.filePath, workFile })
  const key = await keyOfStaged(staged, null, { presentKey: office.key, clock: clockOn() })
  return { staged, key, database: await checkStaged(staged, key) }
}

/** All steps from a backup file to the ledger; another office's backup has another key. Throws: FailureError. */
export async function restoreKept(
  source: string,
  office: KeptOffice,
  present: Ledger | null,
  sourceKey = office.key,
): Promise<void> {
  const workFile = join(dirname(office.filePath), 'work', 'staged.db')
  const checked = await stageAndCheck(source, { ...office, key: sourceKey }, workFile)
  await restoreBackup({
    ...checked,
    clock: clockOn(),
    actor: null,
    action: 'backupRestored',
    present: present === null ? null : { ledger: present, key: office.key },
  })
}

/** What is in a ledger besides its audit trail. */
export function contentOf(office: KeptOffice): string {
  const ledger = openKept(office)
  try {
    return contentDigest(ledger.raw)
  } finally {
    closeOffice(ledger)
  }
}
