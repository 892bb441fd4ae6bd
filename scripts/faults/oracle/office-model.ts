import { type ResidentDraft, ownPhone } from '../../../domain/resident.ts'
import type { OfficeStep } from '../work/office-step.ts'

/** Shape: what is known of one person after the steps so far. */
interface ModelPerson {
  readonly draft: ResidentDraft
  readonly revision: number
}

interface ModelImport {
  readonly fileName: string
  readonly added: readonly string[]
  /** As they were before, by ID number. */
  readonly updated: ReadonlyMap<string, ModelPerson>
  readonly isUndone: boolean
}

/** An office in memory that knows nothing of the ledger: what must be there after the steps it was told. */
export interface OfficeModel {
  /** By ID number. */
  readonly people: ReadonlyMap<string, ModelPerson>
  readonly imports: readonly ModelImport[]
}

export const emptyOffice: OfficeModel = { people: new Map(), imports: [] }

/** The office after one more step. */
export function afterStep(office: OfficeModel, step: OfficeStep): OfficeModel {
  switch (step.kind) {
    case 'add':
      return {
        ...office,
        people: new Map(office.people).set(step.draft.idNumber, { draft: step.draft, revision: 1 }),
      }
    case 'edit':
      return edited(office, step.idNumber, (draft) => ({ ...draft, ...step.changes }))
    case 'import':
      return imported(office, step)
    case 'undo':
      return undone(office)
    case 'reopen':
      return office
  }
}

function edited(
  office: OfficeModel,
  idNumber: string,
  change: (draft: ResidentDraft) => ResidentDraft,
): OfficeModel {
  const person = office.people.get(idNumber)
  if (person === undefined) throw new Error('the step edits somebody who is not there')
  const changed = { draft: change(person.draft), revision: person.revision + 1 }
  return { ...office, people: new Map(office.people).set(idNumber, changed) }
}

function imported(office: OfficeModel, step: Extract<OfficeStep, { kind: 'import' }>): OfficeModel {
  const updated = new Map<string, ModelPerson>()
  let next = office
  for (const { idNumber, phone } of step.newPhones) {
    const before = next.people.get(idNumber)
    if (before !== undefined) updated.set(idNumber, before)
    next = edited(next, idNumber, (draft) => ({
      ...draft,
      phones: [...draft.phones, ownPhone(phone)],
    }))
  }
  const people = new Map(next.people)
  for (const draft of step.people) people.set(draft.idNumber, { draft, revision: 1 })
  const run = {
    fileName: step.fileName,
    added: step.people.map(({ idNumber }) => idNumber),
    updated,
    isUndone: false,
  }
  return { people, imports: [...office.imports, run] }
}

function undone(office: OfficeModel): OfficeModel {
  const last = office.imports.at(-1)
  if (last === undefined || last.isUndone) throw new Error('the step takes back what is not there')
  const people = new Map(office.people)
  for (const idNumber of last.added) people.delete(idNumber)
  for (const [idNumber, before] of last.updated) {
    const revision = (people.get(idNumber)?.revision ?? 0) + 1
    people.set(idNumber, { draft: before.draft, revision })
  }
  return { people, imports: [...office.imports.slice(0, -1), { ...last, isUndone: true }] }
}

/** The office as one text, in the same form as `officeThere` reads it from a ledger. */
export function officeText(office: OfficeModel): string {
  const people = [...office.people.values()].map(({ draft, revision }) => personLine(draft, revision)).sort()
  const imports = office.imports.map(({ fileName, added, updated, isUndone }) =>
    JSON.stringify([fileName, added.length, updated.size, isUndone]),
  )
  return [...people, ...imports].join('\n')
}

/** One person as one line: what the clerk typed, sorted where the order means nothing. */
export function personLine(draft: ResidentDraft, revision: number): string {
  const { dwelling, phones, careTags, benefits, disability, lunarBirth, ...plain } = draft
  return JSON.stringify([
    draft.idNumber,
    revision,
    Object.entries(plain).sort(([one], [other]) => (one < other ? -1 : 1)),
    dwelling === null ? null : [dwelling.building, dwelling.unit, dwelling.room],
    phones.map(({ number, owner, isEmergency, note }) => [number, owner, isEmergency, note]),
    benefits.map(({ benefit, fromOn, toOn }) => [benefit, fromOn, toOn]).sort(),
    disability === null ? null : [disability.category, disability.grade, disability.reissueCount],
    careTags.map(({ careTag, fromOn, toOn }) => [careTag, fromOn, toOn]).sort(),
    lunarBirth === null ? null : [lunarBirth.year, lunarBirth.month, lunarBirth.day, lunarBirth.isLeap],
  ])
}
