import type { CareTag } from '../codes/care-tag.ts'
import { maskIdNumber, maskPhone } from '../mask.ts'
import type { ResidentDraft } from '../resident.ts'
import { residentText, type TextField } from './resident-text.zh.ts'

/** One field of a person as it is shown on the way in: numbers masked, and only those care tags that may be seen; empty where it holds nothing. */
export function draftText(
  key: TextField,
  draft: ResidentDraft,
  mayReadTag: (careTag: CareTag) => boolean,
): string {
  // Who a spouse is stands on the person's own page.
  if (key === 'spouseId') return ''
  return residentText(key, shown(draft, mayReadTag)[key])
}

function shown(draft: ResidentDraft, mayReadTag: (careTag: CareTag) => boolean): ResidentDraft {
  return {
    ...draft,
    idNumber: maskIdNumber(draft.idNumber),
    otherDocuments: draft.otherDocuments.map((one) => ({ ...one, number: maskIdNumber(one.number) })),
    phones: draft.phones.map((phone) => ({ ...phone, number: maskPhone(phone.number) })),
    careTags: draft.careTags.filter(({ careTag }) => mayReadTag(careTag)),
  }
}
