import type { DuplicateComparison } from '../../../domain/duplicate.ts'
import type { ChosenField, MergeField } from '../../../domain/duplicate-merge.ts'
import { isOwnFieldKey, ownFieldIdOf } from '../../../domain/own-field.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'

/** Which of two records a value is taken from; notes can stand one below the other. */
export type Side = 'first' | 'second' | 'both'

/** What is chosen before the clerk says otherwise: what is known before what is not, a right number before a misread one. */
export function proposedSide(field: ChosenField, comparison: DuplicateComparison): Side {
  const { first, second } = comparison
  if (isOwnFieldKey(field)) {
    const id = ownFieldIdOf(field)
    return first.resident.ownValues.some(({ ownFieldId }) => ownFieldId === id) ? 'first' : 'second'
  }
  const rule = rules[field]
  if (rule !== undefined) return rule(comparison)
  return isEmpty(first.resident, field) && !isEmpty(second.resident, field) ? 'second' : 'first'
}

const rules: Readonly<Partial<Record<MergeField, (comparison: DuplicateComparison) => Side>>> = {
  note: ({ first, second }) => {
    if (first.resident.note !== '' && second.resident.note !== '') return 'both'
    return first.resident.note === '' ? 'second' : 'first'
  },
  document: ({ first, second, suspicion }) => {
    const misread = suspicion?.reasons.find((reason) => reason.misread !== null)?.misread ?? null
    if (misread !== null) return misread === 'first' ? 'second' : 'first'
    return rankOfDocument(second.resident) > rankOfDocument(first.resident) ? 'second' : 'first'
  },
  birthWhen: ({ first, second }) =>
    (second.resident.birthWhen ?? '').length > (first.resident.birthWhen ?? '').length ? 'second' : 'first',
  home: ({ first, second }) => {
    const [one, other] = [first.resident, second.resident]
    // Else the household they share would be left without a head.
    const isHeadThere = second.attached.isHead && one.householdId === other.householdId
    return isHeadThere || (one.dwelling === null && other.dwelling !== null) ? 'second' : 'first'
  },
  marriage: ({ first: { resident } }) =>
    resident.maritalStatus === null && resident.spouseId === null ? 'second' : 'first',
  presence: ({ first, second }) =>
    first.resident.presence !== 'here' && second.resident.presence === 'here' ? 'second' : 'first',
}

function isEmpty(view: ResidentView, field: MergeField): boolean {
  // Its name is looked up in the view first.
  const value = field in view ? view[field as keyof ResidentView] : null
  return value === null || value === ''
}

/** A citizen's number before any other, any before none. */
function rankOfDocument({ idDocumentType }: ResidentView): number {
  if (idDocumentType === 'none') return 0
  return idDocumentType === 'citizenId' ? 2 : 1
}
