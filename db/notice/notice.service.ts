import { FailureError } from '../../domain/failure.ts'
import {
  noticeParts,
  signatureProblem,
  type NoticeSignature,
  type NoticeSignatureDraft,
  type NoticeText,
} from '../../domain/privacy-notice.ts'
import { storeSetting } from '../committee/committee.service.ts'
import type { Ledger } from '../ledger.ts'
import { changeBy, recordNotice } from '../resident/record-change.service.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { inTransaction } from '../transaction.ts'
import { noticeSignatures } from './notice-signature.queries.ts'
import { deleteNoticeSignature, insertNoticeSignature } from './notice-signature.repository.ts'
import { noticeSetting, noticeTextIn } from './notice-text.queries.ts'

/** Stores what the office tells people. Throws: staleRecord when the text is not the one that was changed. */
export async function saveNoticeText(
  ledger: Ledger,
  { before, text }: { readonly before: NoticeText; readonly text: NoticeText },
): Promise<NoticeText> {
  return inTransaction(ledger, async (trx) => {
    const stored = await noticeTextIn(trx)
    if (noticeParts.some((part) => stored[part] !== before[part])) throw new FailureError('staleRecord')
    await storeSetting(trx, noticeSetting, text)
    return { value: text, entries: [{ action: 'changed', objectType: 'setting', fields: [noticeSetting] }] }
  })
}

/** Writes down that somebody signed the notice. Throws: notFound, invalidInput for who may not have signed, or not then. */
export async function signNotice(
  ledger: Ledger,
  { residentId, signedOn, signedBy, signer }: NoticeSignatureDraft,
): Promise<NoticeSignature[]> {
  const by = changeBy(ledger, 'form')
  return inTransaction(ledger, async (trx) => {
    const { birthWhen } = await residentOf(trx, residentId)
    const todayOn = ledger.clock.todayOn()
    const problem = signatureProblem({ signedOn, signedBy, signer }, { todayOn, birthWhen })
    if (problem !== null) throw new FailureError('invalidInput', problem.field)
    const signature = { signedOn, signedBy, signer: signedBy === 'self' ? '' : signer.trim() }
    const { at: recordedAt, staffName } = by
    await insertNoticeSignature(trx, { residentId, ...signature, recordedAt, staffName })
    await recordNotice(trx, residentId, { before: null, after: signature }, by)
    return {
      value: await noticeSignatures(trx, residentId),
      entries: [{ action: 'noticeSigned', objectType: 'resident', objectId: residentId }],
    }
  })
}

/** Takes a signature back that was written down by mistake. Throws: notFound. */
export async function withdrawNotice(
  ledger: Ledger,
  { residentId, signatureId }: { readonly residentId: number; readonly signatureId: number },
): Promise<NoticeSignature[]> {
  const by = changeBy(ledger, 'form')
  return inTransaction(ledger, async (trx) => {
    const found = (await noticeSignatures(trx, residentId)).find(({ id }) => id === signatureId)
    if (found === undefined) throw new FailureError('notFound')
    const { signedOn, signedBy, signer } = found
    await deleteNoticeSignature(trx, signatureId)
    await recordNotice(trx, residentId, { before: { signedOn, signedBy, signer }, after: null }, by)
    return {
      value: await noticeSignatures(trx, residentId),
      entries: [{ action: 'noticeWithdrawn', objectType: 'resident', objectId: residentId }],
    }
  })
}
