import { ownPhone } from '../../../domain/resident.ts'
import { ledgerOperations } from '../../../db/ledger-operation-map.ts'
import { getResident } from '../../../db/resident/resident.queries.ts'
import { stageRoster } from '../../../db/roster-import/roster-staging.ts'
import { contract } from '../../../domain/contract.ts'
import { noFilter } from '../../../domain/no-filter.ts'
import type { Resident, ResidentDraft } from '../../../domain/resident.ts'
import { rosterColumns } from '../../seed/roster-columns.ts'
import { closeOffice, createOffice, openOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { acknowledge } from './acknowledge.ts'
import { hundredMegabytes, oddValues, type OddValue } from './odd-values.ts'
import { officePlan } from './office-plan.ts'
import { patientContext } from './perform-step.ts'

/*
 * A program of its own: puts values that no form is made for into every field of a person, by the window's channel
 * and by a roster, and reads them back before and after the program is started again.
 */

const { filePath } = JSON.parse(process.argv[2] ?? '{}') as { readonly filePath: string }

const person = officePlan('edit', 5, 0).base.flatMap((step) => (step.kind === 'import' ? step.people : []))[0]
if (person === undefined) throw new Error('nobody to write down')
const plain: ResidentDraft = { ...person, idDocumentType: 'none', idNumber: '' }

const fields: Readonly<Record<string, (text: string) => unknown>> = {
  name: (name) => ({ ...plain, name }),
  note: (note) => ({ ...plain, note }),
  registeredAddress: (registeredAddress) => ({ ...plain, registeredAddress }),
  phone: (number) => ({ ...plain, phones: [ownPhone(number)] }),
  phoneNote: (note) => ({ ...plain, phones: [ownPhone('139', note)] }),
  building: (building) => ({ ...plain, dwelling: { building, unit: '1', room: '1' } }),
  idNumber: (idNumber) => ({ ...plain, idDocumentType: 'passport', idNumber }),
}

const problems: string[] = []
let [triedCount, storedCount] = [0, 0]
let ledger = createOffice(filePath)
const kept = new Map<number, string>()

for (const value of [...oddValues, hundredMegabytes]) {
  for (const [field, draftOf] of Object.entries(fields)) await save(value, field, draftOf(value.text))
}
await importAll()
await expectListOpens()
closeOffice(ledger)
ledger = openOffice(filePath)
for (const [id, before] of kept) {
  const after = JSON.stringify(await read(id))
  if (after !== before) problems.push(`person ${id} reads differently after a new start`)
}
await expectListOpens()
problems.push(...faultsOf(ledger.raw))
closeOffice(ledger)
acknowledge(JSON.stringify({ triedCount, storedCount, problems }))

/** What the window sends is parsed first, as on its way; then it is stored exactly or not at all. */
async function save(value: OddValue, field: string, draft: unknown): Promise<void> {
  triedCount += 1
  const input = contract['resident.save'].input.safeParse({ id: null, revision: null, draft })
  if (!input.success) return
  const stored = await ledgerOperations['resident.save'](ledger, input.data, patientContext).catch(() => null)
  if (stored === null) return
  storedCount += 1
  const there = await read(stored.id)
  const wanted: Readonly<Record<string, unknown>> = input.data.draft
  for (const [key, text] of Object.entries(wanted)) {
    // Relations may be settled among the people of one home.
    if (key === 'relationToHead' || isEqual(text, there[key as keyof Resident])) continue
    // Numbers are stored in capitals and without the blanks in them.
    if (key === 'idNumber' && tidy(input.data.draft.idNumber ?? '').toUpperCase() === there.idNumber) continue
    problems.push(`${value.name} in ${field}: ${key} is stored otherwise`)
  }
  if (there.name.trim() === '') problems.push(`${value.name} in ${field}: a blank name`)
  kept.set(stored.id, JSON.stringify(there))
}

async function read(id: number): Promise<Resident> {
  return getResident(ledger, id)
}

/** The same values in the cells of a roster: each row is refused or its text is stored as it stands. */
async function importAll(): Promise<void> {
  const values = oddValues.filter(({ text }) => text.length <= 32_767)
  const nameAt = rosterColumns.findIndex(
    ({ cellOf }) => cellOf({ ...plain, name: 'mark' }, { order: 1, headName: '' }) === 'mark',
  )
  const noteAt = rosterColumns.findIndex(
    ({ cellOf }) => cellOf({ ...plain, note: 'mark' }, { order: 1, headName: '' }) === 'mark',
  )
  const row = (at: number, text: string) =>
    rosterColumns.map((_, index) => (index === at ? text : index === nameAt ? 'somebody' : null))
  const rows = values.flatMap(({ text }) => [row(nameAt, text), row(noteAt, text)])
  const table = {
    sheets: [{ name: 'odd', rows: [rosterColumns.map(({ header }) => header), ...rows], mergedAreas: [] }],
  }
  await stageRoster(ledger, { handle: 'odd', fileName: 'odd.xlsx', table })
  const last = ledger.raw.prepare<[], number>('SELECT max(id) FROM resident').pluck().get() ?? 0
  await ledgerOperations['import.preview'](
    ledger,
    { handle: 'odd', sheetIndexes: [0], mapping: null },
    patientContext,
  )
  await ledgerOperations['import.apply'](ledger, { handle: 'odd' }, patientContext)
  triedCount += rows.length
  const ids = ledger.raw.prepare<[number], number>('SELECT id FROM resident WHERE id > ?').pluck().all(last)
  for (const id of ids) {
    storedCount += 1
    const there = await read(id)
    kept.set(id, JSON.stringify(there))
    const isName = there.name !== 'somebody'
    const text = isName ? there.name : there.note
    // Cells are tidied like names are; what may not happen is a text that nobody wrote.
    const isWritten = values.some((value) =>
      [tidy(value.text), withoutMark(tidy(value.text))].includes(tidy(text)),
    )
    if (!isWritten || text === '')
      problems.push(`a roster's cell became ${JSON.stringify(text.slice(0, 20))}`)
  }
}

function tidy(text: string): string {
  return text.replaceAll(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
}

/** Spreadsheet programs put it before what must stay text. */
function withoutMark(text: string): string {
  return text.replace(/^'/, '')
}

async function expectListOpens(): Promise<void> {
  const total = ledger.raw.prepare<[], number>('SELECT count(*) FROM resident').pluck().get() ?? 0
  for (const sort of ['address', 'name', 'birth'] as const) {
    const filter = { ...noFilter, sort }
    let seen = 0
    for (let offset = 0; offset < total; offset += 200) {
      const { rows, totalCount } = await ledgerOperations['resident.list'](
        ledger,
        { filter, offset, limit: 200 },
        patientContext,
      )
      if (totalCount !== total) problems.push(`the list by ${sort} knows ${totalCount} of ${total} people`)
      if (rows.some(({ name }) => name === '')) problems.push(`the list by ${sort} has a blank name`)
      seen += rows.length
    }
    if (seen !== total) problems.push(`the list by ${sort} shows ${seen} of ${total} people`)
  }
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
