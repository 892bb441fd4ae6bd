import { FailureError } from '../../domain/failure.ts'
import { mayWriteCareTag } from '../../domain/record-access.ts'
import type { ResidentChange } from '../../domain/resident-view.ts'
import type { Resident, ResidentDraft } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { phoneHandle } from './resident-view.ts'

/**
 * The draft that a change makes of what is stored: numbers that were not touched stay.
 * Throws: notAllowed for a care tag of another field of work, staleRecord for a phone that is gone, invalidInput.
 */
export function changedDraft(
  change: ResidentChange,
  before: Resident | null,
  { actor, key }: { readonly actor: Actor; readonly key: LedgerKey },
): ResidentDraft {
  refuseForeignCareTags(change, before, actor)
  return {
    ...change,
    idNumber: change.idNumber ?? storedIdNumber(before),
    phones: change.phones.map((phone) =>
      'number' in phone ? phone : { number: storedPhone(before, phone.handle, key), note: phone.note },
    ),
  }
}

function storedIdNumber(before: Resident | null): string {
  if (before === null) throw new FailureError('invalidInput', 'idNumber')
  return before.idNumber
}

function storedPhone(before: Resident | null, handle: string, key: LedgerKey): string {
  const kept = before?.phones.find(({ number }) => phoneHandle(key, before.id, number) === handle)
  if (kept === undefined) throw new FailureError('staleRecord', 'phones')
  return kept.number
}

/** What is given to people by one post is taken away and dated by it as well. */
function refuseForeignCareTags({ careTags }: ResidentChange, before: Resident | null, actor: Actor): void {
  const periods = (list: ResidentDraft['careTags']) =>
    new Map(list.map((period) => [period.careTag, JSON.stringify([period.fromOn, period.toOn])]))
  const [old, wanted] = [periods(before?.careTags ?? []), periods(careTags)]
  for (const careTag of new Set([...old.keys(), ...wanted.keys()])) {
    if (old.get(careTag) !== wanted.get(careTag) && !mayWriteCareTag(actor, careTag))
      throw new FailureError('notAllowed', 'careTags', careTag)
  }
}
