import { formatDwelling } from '../../domain/address.ts'
import { ageOn } from '../../domain/age.ts'
import { completeDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { maskIdNumber } from '../../domain/mask.ts'
import type { ResidentRow } from '../../domain/resident.ts'
import type { Ledger } from '../ledger.ts'
import { loadStoredResidents } from './resident.queries.ts'
import { storedDraft, type StoredResident } from './resident.table.ts'

/** The lines of the list for at most 1,000 people, in the order of the ids. */
export async function loadResidentRows(
  db: Ledger['db'],
  ids: readonly number[],
  todayOn: CalendarDate,
): Promise<ResidentRow[]> {
  const stored = new Map((await loadStoredResidents(db, ids)).map((one) => [one.record.id, one]))
  return ids.flatMap((id) => {
    const one = stored.get(id)
    return one === undefined ? [] : [residentRow(one, todayOn)]
  })
}

function residentRow(stored: StoredResident, todayOn: CalendarDate): ResidentRow {
  const draft = storedDraft(stored)
  const birthOn = completeDate(draft.birthWhen)
  return {
    id: stored.record.id,
    name: draft.name,
    sex: draft.sex,
    birthWhen: draft.birthWhen,
    age: birthOn === undefined ? null : ageOn(birthOn, todayOn),
    idNumberMasked: maskIdNumber(draft.idNumber),
    address: draft.dwelling === null ? draft.currentAddress : formatDwelling(draft.dwelling),
    phone: draft.phones[0]?.number ?? '',
    careTags: draft.careTags.filter((period) => isValidOn(period, todayOn)).map(({ careTag }) => careTag),
  }
}

function isValidOn(
  { fromOn, toOn }: { readonly fromOn: CalendarDate | null; readonly toOn: CalendarDate | null },
  on: CalendarDate,
): boolean {
  return (fromOn === null || fromOn <= on) && (toOn === null || toOn >= on)
}
