import { ageOn } from '../../domain/age.ts'
import { completeDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { maskIdNumber, maskPhone } from '../../domain/mask.ts'
import { mayReadCareTag } from '../../domain/record-access.ts'
import { presenceSchema, type ResidentRow } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import type { Ledger } from '../ledger.ts'
import { addressText } from './address-text.ts'
import { loadStoredResidents } from './resident.queries.ts'
import { storedDraft, type StoredResident } from './resident.table.ts'

/** By what somebody was found; null where nobody searched. */
type HitOf = (stored: StoredResident) => ResidentRow['hit']

/** The lines of the list for at most 1,000 people, in the order of the ids, as this member of staff may see them. */
export async function loadResidentRows(
  db: Ledger['db'],
  actor: Actor,
  ids: readonly number[],
  todayOn: CalendarDate,
  hitOf: HitOf = () => null,
): Promise<ResidentRow[]> {
  const stored = new Map((await loadStoredResidents(db, ids)).map((one) => [one.record.id, one]))
  return ids.flatMap((id) => {
    const one = stored.get(id)
    return one === undefined ? [] : [{ ...residentRow(one, actor, todayOn), hit: hitOf(one) }]
  })
}

function residentRow(stored: StoredResident, actor: Actor, todayOn: CalendarDate): Omit<ResidentRow, 'hit'> {
  const draft = storedDraft(stored)
  const birthOn = completeDate(draft.birthWhen)
  return {
    id: stored.record.id,
    name: draft.name,
    sex: draft.sex,
    age: birthOn === undefined ? null : ageOn(birthOn, todayOn),
    idNumberMasked: maskIdNumber(draft.idNumber),
    address: addressText(draft.dwelling, draft.currentAddress),
    phoneMasked: maskPhone(draft.phones[0]?.number ?? ''),
    careTags: draft.careTags
      .filter((period) => isValidOn(period, todayOn) && mayReadCareTag(actor, period.careTag))
      .map(({ careTag }) => careTag),
    presence: presenceSchema.parse(stored.record.presence),
  }
}

function isValidOn(
  { fromOn, toOn }: { readonly fromOn: CalendarDate | null; readonly toOn: CalendarDate | null },
  on: CalendarDate,
): boolean {
  return (fromOn === null || fromOn <= on) && (toOn === null || toOn >= on)
}
