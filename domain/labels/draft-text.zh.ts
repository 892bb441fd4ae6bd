import type { CareTag } from '../codes/care-tag.ts'
import { maskIdNumber, maskPhone } from '../mask.ts'
import type { ResidentDraft } from '../resident.ts'
import { residentText } from './resident-text.zh.ts'

/** One field of a person as it is shown on the way in: numbers masked, and only those care tags that may be seen; empty where it holds nothing. */
export function draftText(
  key: keyof ResidentDraft,
  draft: ResidentDraft,
  mayReadTag: (careTag: CareTag) => boolean,
): string {
  switch (key) {
    case 'idNumber':
      return maskIdNumber(draft.idNumber)
    case 'otherDocuments':
      return residentText(
        key,
        draft.otherDocuments.map((one) => ({ ...one, number: maskIdNumber(one.number) })),
      )
    case 'phones':
      return residentText(
        key,
        draft.phones.map((phone) => ({ ...phone, number: maskPhone(phone.number) })),
      )
    case 'careTags':
      return residentText(
        key,
        draft.careTags.filter(({ careTag }) => mayReadTag(careTag)),
      )
    // Who it is stands on the person's own page.
    case 'spouseId':
      return ''
    default:
      return residentText(key, draft[key])
  }
}
