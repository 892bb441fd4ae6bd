import type { ResidentDraft } from '../../domain/resident.ts'
import type { ImportField } from '../../domain/roster-import.ts'

/** What the ledger has, with what the file says laid over it; nothing the file is silent about is lost. */
export function mergeDraft(
  stored: ResidentDraft,
  read: ResidentDraft,
  givenFields: readonly ImportField[],
): ResidentDraft {
  const given = new Set(givenFields)
  const take = <T>(fields: readonly ImportField[], fromFile: T, fromLedger: T): T =>
    fields.some((field) => given.has(field)) ? fromFile : fromLedger
  const hasDoor = read.dwelling !== null || read.currentAddress !== ''
  return {
    name: take(['name'], read.name, stored.name),
    sex: read.sex === '9' ? stored.sex : take(['sex'], read.sex, stored.sex),
    idDocumentType: read.idNumber === '' ? stored.idDocumentType : read.idDocumentType,
    idNumber: read.idNumber === '' ? stored.idNumber : read.idNumber,
    birthWhen: take(['birth'], read.birthWhen ?? stored.birthWhen, stored.birthWhen),
    lunarBirth: read.lunarBirth ?? stored.lunarBirth,
    ethnicGroup: read.ethnicGroup ?? stored.ethnicGroup,
    phones: mergeBy(stored.phones, read.phones, ({ number }) => number).slice(0, 10),
    dwelling: hasDoor ? read.dwelling : stored.dwelling,
    relationToHead: read.relationToHead ?? stored.relationToHead,
    registeredAddress: take(['registeredAddress'], read.registeredAddress, stored.registeredAddress),
    currentAddress: hasDoor ? read.currentAddress : stored.currentAddress,
    residenceStatus: take(['residenceStatus'], read.residenceStatus, stored.residenceStatus),
    livingArrangement: read.livingArrangement ?? stored.livingArrangement,
    careTags: mergeBy(stored.careTags, read.careTags, ({ careTag }) => careTag).slice(0, 40),
    note:
      read.note === '' || stored.note.includes(read.note) ? stored.note : joinNotes(stored.note, read.note),
  }
}

function mergeBy<T>(stored: readonly T[], read: readonly T[], keyOf: (item: T) => string): T[] {
  const known = new Set(stored.map(keyOf))
  return [...stored, ...read.filter((item) => !known.has(keyOf(item)))]
}

function joinNotes(stored: string, read: string): string {
  return stored === '' ? read : `${stored}\n${read}`
}

const fieldOf = {
  name: 'name',
  sex: 'sex',
  idDocumentType: 'idNumber',
  idNumber: 'idNumber',
  birthWhen: 'birth',
  lunarBirth: 'lunarBirth',
  ethnicGroup: 'ethnicGroup',
  phones: 'phone',
  dwelling: 'address',
  relationToHead: 'relationToHead',
  registeredAddress: 'registeredAddress',
  currentAddress: 'address',
  residenceStatus: 'residenceStatus',
  livingArrangement: 'livingArrangement',
  careTags: 'careTags',
  note: 'note',
} as const satisfies Record<keyof ResidentDraft, ImportField>

/** The fields in which two drafts differ, as the clerk knows them. */
export function changedFields(before: ResidentDraft, after: ResidentDraft): ImportField[] {
  const fields = new Set<ImportField>()
  for (const [key, field] of Object.entries(fieldOf)) {
    // Every key of the table is a key of a draft.
    const name = key as keyof ResidentDraft
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) fields.add(field)
  }
  return [...fields]
}
