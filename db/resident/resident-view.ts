import { createHmac } from 'node:crypto'
import { maskBirth, maskIdNumber, maskPhone } from '../../domain/mask.ts'
import { mayRead, mayReadCareTag } from '../../domain/record-access.ts'
import { mayReadField } from '../../domain/resident-field-access.ts'
import { residentViewSchema, type ResidentView } from '../../domain/resident-view.ts'
import type { Resident } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerKey } from '../key/ledger-key.ts'

/** A resident as this member of staff may see them: numbers masked, and without what is not for them. */
export function residentView(
  resident: Resident,
  actor: Actor,
  { key, spouseName }: { readonly key: LedgerKey; readonly spouseName: string },
): ResidentView {
  const { idNumber, phones, otherDocuments, birthWhen, lunarBirth, careTags, note, ...basics } = resident
  const isDayShown = mayRead(actor, 'birthDay')
  return residentViewSchema.parse({
    ...basics,
    idNumberMasked: maskIdNumber(idNumber),
    phones: phones.map((phone) => ({
      handle: phoneHandle(key, resident.id, phone.number),
      numberMasked: maskPhone(phone.number),
      owner: phone.owner,
      isEmergency: phone.isEmergency,
      note: phone.note,
    })),
    otherDocuments: otherDocuments.map(({ number, ...document }) => ({
      ...document,
      handle: documentHandle(key, resident.id, number),
      numberMasked: maskIdNumber(number),
    })),
    spouseName,
    birthWhen: isDayShown || birthWhen === null ? birthWhen : maskBirth(birthWhen),
    lunarBirth: isDayShown ? lunarBirth : null,
    careTags: careTags.filter(({ careTag }) => mayReadCareTag(actor, careTag)),
    health: mayRead(actor, 'health') ? resident.health : null,
    disability: mayRead(actor, 'disabilityCard') ? resident.disability : null,
    benefits: mayRead(actor, 'benefits') ? resident.benefits : [],
    note: mayRead(actor, 'notes') ? note : '',
    ownValues: mayReadField(actor, 'ownValues') ? resident.ownValues : [],
  })
}

/**
 * Names a person's phone number without telling it, also in a form that is taken up again another day.
 * The ledger's key goes into it, because four hidden digits would be tried out in no time.
 */
export function phoneHandle(key: LedgerKey, residentId: number, number: string): string {
  return handleOf(key, `phone handle ${residentId} ${number}`)
}

/** The same for the number of another document. */
export function documentHandle(key: LedgerKey, residentId: number, number: string): string {
  return handleOf(key, `document handle ${residentId} ${number}`)
}

function handleOf(key: LedgerKey, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, 32)
}
