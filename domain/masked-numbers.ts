import { maskIdNumber, maskLongNumbers, maskPhone } from './mask.ts'
import type { PaperNumbers } from './paper-stamp.ts'
import type { ResidentDraft } from './resident.ts'

/** The record with its numbers hidden as far as they are to be, also those that stand in remarks. Source: DOMAIN 10.2. */
export function withMaskedNumbers(draft: ResidentDraft, numbers: PaperNumbers): ResidentDraft {
  const areIdsWhole = numbers === 'all'
  return {
    ...draft,
    idNumber: areIdsWhole ? draft.idNumber : maskIdNumber(draft.idNumber),
    otherDocuments: areIdsWhole
      ? draft.otherDocuments
      : draft.otherDocuments.map((document) => ({
          ...document,
          number: maskIdNumber(document.number),
          note: maskLongNumbers(document.note),
        })),
    phones: maskedPhones(draft.phones, numbers),
    // Nobody knows which numbers clerks have written into their notes.
    note: areIdsWhole ? draft.note : maskLongNumbers(draft.note),
  }
}

/** The telephones alone. */
export function maskedPhones(
  phones: ResidentDraft['phones'],
  numbers: PaperNumbers,
): ResidentDraft['phones'] {
  if (numbers !== 'masked') return phones
  return phones.map((phone) => ({
    ...phone,
    number: maskPhone(phone.number),
    owner: maskLongNumbers(phone.owner),
    note: maskLongNumbers(phone.note),
  }))
}
