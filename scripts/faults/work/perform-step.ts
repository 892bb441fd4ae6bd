import type { Ledger } from '../../../db/ledger.ts'
import { ledgerOperations } from '../../../db/ledger-operation-map.ts'
import type { OperationContext } from '../../../db/ledger-operations.ts'
import { getResident } from '../../../db/resident/resident.queries.ts'
import { stageRoster } from '../../../db/roster-import/roster-staging.ts'
import { residentDraftSchema, type ResidentDraft, ownPhone } from '../../../domain/resident.ts'
import type { RosterTable, SheetCell } from '../../../domain/roster-import/roster-table.ts'
import { officeKey } from '../office-ledger.ts'
import { rosterColumns } from '../../seed/roster-columns.ts'
import type { OfficeStep } from './office-step.ts'

export const patientContext: OperationContext = {
  key: officeKey,
  reportProgress: () => undefined,
  isCancelled: () => false,
}

/** Does one step by the operations that the window calls; resolves when the ledger says it is done. Throws: FailureError. */
export async function performStep(
  ledger: Ledger,
  step: Exclude<OfficeStep, { kind: 'reopen' }>,
): Promise<void> {
  switch (step.kind) {
    case 'add':
      await ledgerOperations['resident.save'](
        ledger,
        { id: null, revision: null, draft: step.draft },
        patientContext,
      )
      return
    case 'edit':
      await editPerson(ledger, step.idNumber, step.changes)
      return
    case 'import':
      await importRoster(ledger, step)
      return
    case 'undo':
      await ledgerOperations['import.undoLast'](ledger, {}, patientContext)
  }
}

async function editPerson(ledger: Ledger, idNumber: string, changes: Partial<ResidentDraft>): Promise<void> {
  const owner = await ledgerOperations['resident.idNumberOwner'](
    ledger,
    { idNumber, exceptId: null },
    patientContext,
  )
  if (owner === null) throw new Error('nobody has this number')
  const stored = await getResident(ledger, owner.id)
  const draft = residentDraftSchema.strip().parse({ ...stored, ...changes })
  const { id, revision } = stored
  await ledgerOperations['resident.save'](ledger, { id, revision, draft }, patientContext)
}

async function importRoster(ledger: Ledger, step: Extract<OfficeStep, { kind: 'import' }>): Promise<void> {
  const handle = step.fileName
  await stageRoster(ledger, { handle, fileName: step.fileName, table: await rosterOf(ledger, step) })
  const { counts } = await ledgerOperations['import.preview'](
    ledger,
    { handle, sheetIndexes: [0], mapping: null },
    patientContext,
  )
  if (counts.add !== step.people.length || counts.update !== step.newPhones.length) {
    throw new Error(`the import is understood differently: ${JSON.stringify(counts)}`)
  }
  await ledgerOperations['import.apply'](ledger, { handle }, patientContext)
}

async function rosterOf(ledger: Ledger, step: Extract<OfficeStep, { kind: 'import' }>): Promise<RosterTable> {
  const known: ResidentDraft[] = []
  for (const { idNumber, phone } of step.newPhones) {
    const owner = await ledgerOperations['resident.idNumberOwner'](
      ledger,
      { idNumber, exceptId: null },
      patientContext,
    )
    const there = await getResident(ledger, owner?.id ?? 0)
    known.push({ ...there, phones: [ownPhone(phone)] })
  }
  const rows = [...step.people, ...known].map((person, index) =>
    rosterColumns.map(({ cellOf }) => sheetCell(cellOf(person, { order: index + 1, headName: '' }))),
  )
  return {
    sheets: [{ name: 'roster', rows: [rosterColumns.map(({ header }) => header), ...rows], mergedAreas: [] }],
  }
}

function sheetCell(value: string | number | Date | null): SheetCell {
  return value instanceof Date ? { dateOn: value.toISOString().slice(0, 10) } : value
}
