import { type ResidentDraft, ownPhone } from '../../../domain/resident.ts'
import { generateCommunity } from '../../../db/sample/generate-community.ts'
import type { OfficeStep } from './office-step.ts'

export type WorkKind = 'edit' | 'import' | 'delete' | 'checkpoint' | 'days'

/** What an office has at first and what it does then; the same for the same kind, seed and number of steps. */
export interface OfficePlan {
  readonly base: readonly OfficeStep[]
  readonly steps: readonly OfficeStep[]
}

const baseHouseholds = 30
const householdsPerImport = 20
const phonesPerImport = 8

export function officePlan(kind: WorkKind, seed: number, stepCount: number): OfficePlan {
  const households = usableHouseholds(seed)
  const basePeople = takeHouseholds(households, baseHouseholds)
  const base: OfficeStep[] = [{ kind: 'import', fileName: 'base.xlsx', people: basePeople, newPhones: [] }]
  const source = stepSource(households, basePeople)
  const steps = Array.from({ length: stepCount }, (_, index) => source(kind, index))
  return { base, steps }
}

function* usableHouseholds(seed: number): Generator<readonly ResidentDraft[], undefined> {
  const endless = { seed, householdCount: 1_000_000 }
  for (const household of generateCommunity(endless)) {
    if (household.every(isPlain)) yield household.map(asRosterTells)
  }
}

/** Known by a number and by a door, so that a roster can say everything about them. */
function isPlain({ idDocumentType, dwelling }: ResidentDraft): boolean {
  return idDocumentType === 'citizenId' && dwelling !== null
}

/** A roster has no columns for the lunar birthday and for the dates of care tags. */
function asRosterTells(draft: ResidentDraft): ResidentDraft {
  const careTags = draft.careTags.map(({ careTag }) => ({ careTag, fromOn: null, toOn: null }))
  return { ...draft, lunarBirth: null, careTags }
}

function takeHouseholds(
  households: Generator<readonly ResidentDraft[], undefined>,
  count: number,
): ResidentDraft[] {
  return Array.from({ length: count }, () => [...(households.next().value ?? [])]).flat()
}

function stepSource(
  households: Generator<readonly ResidentDraft[], undefined>,
  basePeople: readonly ResidentDraft[],
): (kind: WorkKind, index: number) => OfficeStep {
  const newcomers: ResidentDraft[] = []
  const personAt = (index: number): ResidentDraft => {
    const person = basePeople[index % basePeople.length]
    if (person === undefined) throw new Error('the office has nobody in it')
    return person
  }
  const nextNewcomer = (): ResidentDraft => {
    if (newcomers.length === 0) newcomers.push(...takeHouseholds(households, 1))
    return newcomers.shift() ?? nextNewcomer()
  }
  const anImport = (index: number): OfficeStep => ({
    kind: 'import',
    fileName: `roster-${index}.xlsx`,
    people: takeHouseholds(households, householdsPerImport),
    newPhones: Array.from({ length: phonesPerImport }, (_, at) => ({
      idNumber: personAt(index * phonesPerImport + at).idNumber,
      phone: `199${String(index).padStart(4, '0')}${String(at).padStart(4, '0')}`,
    })),
  })
  const anEdit = (index: number): OfficeStep => ({
    kind: 'edit',
    idNumber: personAt(index * 7).idNumber,
    changes: {
      note: `note ${index} `.repeat(1 + (index % 40)).trim(),
      phones: [ownPhone(`188${String(index).padStart(8, '0')}`)],
      careTags: index % 3 === 0 ? [{ careTag: 'disabled', fromOn: null, toOn: null }] : [],
    },
  })
  /** Of five imports four are taken back, so that the office does not outgrow itself. */
  const inTheDays = (index: number): OfficeStep => {
    if (index % 24 === 10) return anImport(index)
    if (index % 24 === 11 && index % 120 !== 11) return { kind: 'undo' }
    return index % 12 === 5 ? { kind: 'add', draft: nextNewcomer() } : anEdit(index)
  }
  return (kind, index) => {
    switch (kind) {
      case 'edit':
        return index % 2 === 0 ? anEdit(index) : { kind: 'add', draft: nextNewcomer() }
      case 'import':
        return anImport(index)
      case 'delete':
        return index % 2 === 0 ? anImport(index) : { kind: 'undo' }
      case 'checkpoint':
        return index % 24 === 23 ? { kind: 'reopen' } : anEdit(index)
      case 'days':
        return inTheDays(index)
    }
  }
}
