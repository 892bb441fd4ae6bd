import { addressText } from '../../domain/address.ts'
import { ageOn } from '../../domain/age.ts'
import { completeDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { maskIdNumber, maskPhone } from '../../domain/mask.ts'
import { ownCell } from '../../domain/own-cell.ts'
import { ownFieldKey, type OwnField } from '../../domain/own-field.ts'
import { mayReadCareTag } from '../../domain/record-access.ts'
import { mayReadField } from '../../domain/resident-field-access.ts'
import { presenceSchema, type ResidentRow } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import type { Ledger } from '../ledger.ts'
import { listedOwnFields } from '../own-field/own-field.queries.ts'
import { loadStoredResidents } from './resident.queries.ts'
import { allOwnValues, storedDraft, type StoredResident } from './resident.table.ts'

/** By what somebody was found; null where nobody searched. */
type HitOf = (stored: StoredResident) => ResidentRow['hit']

/** The lines of the list for at most 1,000 people, in the order of the ids, as this member of staff may see them; ages and tags of a day. */
export async function loadResidentRows(
  db: Ledger['db'],
  actor: Actor,
  ids: readonly number[],
  on: CalendarDate,
  hitOf: HitOf = () => null,
): Promise<ResidentRow[]> {
  const stored = new Map((await loadStoredResidents(db, ids)).map((one) => [one.record.id, one]))
  const listed = mayReadField(actor, 'ownValues') ? await listedOwnFields(db) : []
  return ids.flatMap((id) => {
    const one = stored.get(id)
    return one === undefined
      ? []
      : [{ ...residentRow(one, actor, on), ownTexts: ownTextsOf(one, listed), hit: hitOf(one) }]
  })
}

function ownTextsOf(stored: StoredResident, ownFields: readonly OwnField[]): ResidentRow['ownTexts'] {
  const rules = { ownFields, numbers: 'masked' } as const
  const texts = ownFields.map(({ id }) => [
    ownFieldKey(id),
    ownCell(ownFieldKey(id), allOwnValues(stored), rules),
  ])
  return Object.fromEntries(texts) as ResidentRow['ownTexts']
}

function residentRow(
  stored: StoredResident,
  actor: Actor,
  on: CalendarDate,
): Omit<ResidentRow, 'hit' | 'ownTexts'> {
  const draft = storedDraft(stored)
  const birthOn = completeDate(draft.birthWhen)
  return {
    id: stored.record.id,
    name: draft.name,
    sex: draft.sex,
    age: birthOn === undefined ? null : ageOn(birthOn, on),
    idNumberMasked: maskIdNumber(draft.idNumber),
    address: addressText(draft.dwelling, draft.currentAddress),
    phoneMasked: maskPhone(draft.phones[0]?.number ?? ''),
    careTags: draft.careTags
      .filter((period) => isValidOn(period, on) && mayReadCareTag(actor, period.careTag))
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
