import { writeFileSync } from 'node:fs'
import { type ResidentDraft, ownPhone } from '../../../domain/resident.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import type { ImportPreview } from '../../../domain/import-report.ts'
import type { ImportFile } from '../../../domain/roster-import.ts'
import { rosterColumns } from '../../seed/roster-columns.ts'
import type { OfficeModel } from '../oracle/office-model.ts'
import type { OfficeStep } from '../work/office-step.ts'
import { valueOf } from './app-office.ts'
import { untouchedChange } from '../../../domain/testing/untouched-change.ts'
import type { AppUnderNode } from './start-app.ts'

interface Hands {
  readonly app: AppUnderNode
  /** What is in the ledger by now: a page sees masked numbers, a roster has whole ones. */
  readonly office: OfficeModel
  /** Where a roster is put for the app to choose. */
  readonly rosterFile: string
}

/** Does one step as the pages of the app do. Throws: when the app refuses it or understands it differently. */
export async function performThroughApp(
  { app, office, rosterFile }: Hands,
  step: Exclude<OfficeStep, { kind: 'reopen' }>,
): Promise<void> {
  switch (step.kind) {
    case 'add':
      await valueOf(app.ask('resident.save', { id: null, revision: null, draft: step.draft }))
      return
    case 'edit': {
      const view = await viewOf(app, step.idNumber)
      const draft = { ...untouchedChange(view), ...step.changes }
      await valueOf(app.ask('resident.save', { id: view.id, revision: view.revision, draft }))
      return
    }
    case 'import':
      writeRoster(rosterFile, [...step.people, ...step.newPhones.map((change) => withPhone(office, change))])
      await importChosen(app, { add: step.people.length, update: step.newPhones.length })
      return
    case 'undo':
      await valueOf(app.ask('import.undoLast'))
  }
}

/** Somebody's page. Throws: when nobody has this number. */
export async function viewOf(app: AppUnderNode, idNumber: string): Promise<ResidentView> {
  const owner = await valueOf<{ id: number } | null>(
    app.ask('resident.idNumberOwner', { idNumber, exceptId: null }),
  )
  return valueOf<ResidentView>(app.ask('resident.get', { id: owner?.id ?? 0 }))
}

/** Has the file that the user picks imported. Throws: unless it is understood as it was meant. */
async function importChosen(
  app: AppUnderNode,
  meant: { readonly add: number; readonly update: number },
): Promise<void> {
  const { handle } = await valueOf<ImportFile>(app.ask('import.chooseFile'))
  const request = { handle, sheetIndexes: [0], mapping: null }
  const { counts } = await valueOf<ImportPreview>(app.ask('import.preview', request))
  if (counts.add !== meant.add || counts.update !== meant.update)
    throw new Error(`the import is understood differently: ${JSON.stringify(counts)}`)
  await valueOf(app.ask('import.apply', { handle }))
}

/** Writes people as an office's own table, in the form that every program can write. */
function writeRoster(path: string, people: readonly ResidentDraft[]): void {
  const lines = people.map((person, index) =>
    rosterColumns.map(({ cellOf }) => cellText(cellOf(person, { order: index + 1, headName: '' }))),
  )
  const table = [rosterColumns.map(({ header }) => header), ...lines]
  const text = table.map((cells) => cells.map(quoted).join(',')).join('\r\n')
  writeFileSync(path, `\ufeff${text}\r\n`)
}

function withPhone(
  office: OfficeModel,
  { idNumber, phone }: { readonly idNumber: string; readonly phone: string },
): ResidentDraft {
  const known = office.people.get(idNumber)
  if (known === undefined) throw new Error('the roster names somebody who is not there')
  return { ...known.draft, phones: [ownPhone(phone)] }
}

function cellText(value: string | number | Date | null): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
