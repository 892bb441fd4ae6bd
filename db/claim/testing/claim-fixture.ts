import { asCalendarDate } from '../../../domain/calendar-date.ts'
import type { ClaimantDraft, ClaimPostDraft } from '../../../domain/claim.ts'
import type { PhoneCallDraft } from '../../../domain/phone-call.ts'
import { aResidentDraft } from '../../../domain/testing/builders.ts'
import type { Ledger } from '../../ledger.ts'
import { saveResident } from '../../resident/resident.service.ts'
import { claimOperations } from '../claim.operations.ts'

const fresh = { id: null, revision: null } as const

/** A person of the ledger without a number. */
export async function addElder(
  ledger: Ledger,
  overrides: Parameters<typeof aResidentDraft>[0] = {},
): Promise<number> {
  const draft = aResidentDraft({ idDocumentType: 'none', idNumber: '', ...overrides })
  return (await saveResident(ledger, { ...fresh, draft })).id
}

export async function addPost(ledger: Ledger, overrides: Partial<ClaimPostDraft> = {}): Promise<number> {
  const draft = { name: '孝亲岗', quota: 100, callEveryDays: 7, note: '', isClosed: false, ...overrides }
  return (await claimOperations['claimPost.save'](ledger, { ...fresh, draft })).id
}

export async function addClaimant(ledger: Ledger, overrides: Partial<ClaimantDraft> = {}): Promise<number> {
  const draft = {
    name: '周党员',
    residentId: null,
    staffId: null,
    kind: 'partyMember',
    phone: '',
    isMentorAble: true,
    note: '',
    isClosed: false,
    ...overrides,
  } as const
  return (await claimOperations['claimant.save'](ledger, { ...fresh, draft })).id
}

interface Claiming {
  readonly claimPostId: number
  readonly claimantId: number
  readonly residentIds: readonly number[]
  readonly fromOn: string
  readonly mentorId?: number
}

export async function claim(
  ledger: Ledger,
  { residentIds, fromOn, mentorId, ...rest }: Claiming,
): Promise<void> {
  await claimOperations['claim.start'](ledger, {
    ...rest,
    residentIds: [...residentIds],
    mentorId: mentorId ?? null,
    fromOn: asCalendarDate(fromOn),
    note: '',
  })
}

export async function call(
  ledger: Ledger,
  residentId: number,
  calledOn: string,
  overrides: Partial<PhoneCallDraft> = {},
) {
  return claimOperations['phoneCall.save'](ledger, {
    ...fresh,
    draft: {
      residentId,
      calledOn: asCalendarDate(calledOn),
      caller: '周党员',
      result: 'reached',
      note: '',
      followUp: '',
      ...overrides,
    },
  })
}
