import type { ResidentChange, ResidentView } from '../resident-view.ts'

/** What the form sends of a person when nobody touched anything. */
export function untouchedChange(view: ResidentView): ResidentChange {
  const {
    id,
    householdId,
    presence,
    revision,
    createdAt,
    updatedAt,
    idNumberMasked,
    spouseName,
    phones,
    otherDocuments,
    ...draft
  } = view
  return {
    ...draft,
    idNumber: null,
    phones: phones.map(({ numberMasked, ...phone }) => phone),
    otherDocuments: otherDocuments.map(({ numberMasked, ...document }) => document),
  }
}
