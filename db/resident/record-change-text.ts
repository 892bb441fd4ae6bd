import { assertNever } from '../../domain/assert-never.ts'
import { careEventDraftSchema } from '../../domain/care-event.ts'
import { careTagSchema } from '../../domain/codes/code-schemas.ts'
import { recordedCallSchema, recordedClaimSchema } from '../../domain/claim-history.ts'
import { recordedClaimText, type ClaimNames } from '../../domain/labels/claim.zh.ts'
import { recordedCallText } from '../../domain/labels/phone-call.zh.ts'
import { helpCaseDraftSchema } from '../../domain/help-case.ts'
import { careEventText } from '../../domain/labels/care-event.zh.ts'
import { helpCaseText } from '../../domain/labels/help-case.zh.ts'
import { ownValueText, residentText } from '../../domain/labels/resident-text.zh.ts'
import { signedNoticeText } from '../../domain/labels/privacy-notice.zh.ts'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import { maskBirth, maskIdNumber, maskPhone } from '../../domain/mask.ts'
import { isOwnFieldKey, ownFieldIdOf, type OwnField, type OwnFieldKey } from '../../domain/own-field.ts'
import { signedNoticeSchema } from '../../domain/privacy-notice.ts'
import {
  attachedKindOf,
  recordFields,
  type AttachedKind,
  type RecordField,
} from '../../domain/record-change.ts'
import { mayRead, mayReadCareTag } from '../../domain/record-access.ts'
import { sealedLabels } from '../../domain/labels/sealed.zh.ts'
import { mayReadField } from '../../domain/resident-field-access.ts'
import { presenceSchema, residentDraftSchema, type Phone, type ResidentDraft } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerReader } from '../ledger.ts'
import { isSealedDigest } from '../sealed-matter/sealed-digest.ts'

/** How numbers are written: masked for the screen, or whole where somebody was given them. */
export interface NumberTexts {
  readonly ofDocument: (number: string) => string
  readonly ofPhone: (phone: Phone) => string
}

/** No number whole. */
export const maskedNumbers: NumberTexts = {
  ofDocument: maskIdNumber,
  ofPhone: ({ number }) => maskPhone(number),
}

/** Shape: for whom changes are told, the names of those whom they name, and how numbers are written. */
export interface ChangeTexts {
  readonly actor: Actor
  readonly names: ReadonlyMap<number, string>
  readonly numbers: NumberTexts
  readonly ownFields: readonly OwnField[]
  /** What claims are told by. */
  readonly claimNames: ClaimNames
}

export type ToldField = Exclude<RecordField, 'ownValues'>

/** Own fields are told of one by one, each by the name of its own. */
export function isField(field: string): field is ToldField {
  return field !== 'ownValues' && recordFields.some((one) => one === field)
}

interface StoredChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** The names of everybody whom these changes name as husband or wife. */
export async function spouseNames(
  db: LedgerReader,
  changes: readonly StoredChange[],
): Promise<ReadonlyMap<number, string>> {
  const ids = changes.flatMap(({ field, before, after }) =>
    field === 'spouseId' ? [Number(before), Number(after)].filter((id) => id > 0) : [],
  )
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('resident').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What a field had; nothing of what is not for this member of staff. */
export function changeText(field: string, json: string, texts: ChangeTexts): string {
  if (json === '') return ''
  if (isSealedDigest(json)) return sealedLabels.inHistory
  if (field === 'presence') return residentLabels.presence[presenceSchema.parse(JSON.parse(json))]
  if (field === 'noticeSigned') return signedNoticeText(signedNoticeSchema.parse(JSON.parse(json)))
  if (field === 'claim')
    return recordedClaimText(recordedClaimSchema.parse(JSON.parse(json)), texts.claimNames)
  if (field === 'phoneCall') return recordedCallText(recordedCallSchema.parse(JSON.parse(json)))
  if (isOwnFieldKey(field)) return ownText(field, json, texts)
  const attached = attachedKindOf(field)
  if (attached !== null) return attachedText(attached, json, texts.actor)
  if (!isField(field)) return json
  if (field === 'spouseId') return texts.names.get(Number(json)) ?? ''
  return fieldText(field, JSON.parse(json), texts)
}

/** What stood in an own field; nothing of one that is gone. */
function ownText(key: OwnFieldKey, json: string, { actor, ownFields }: ChangeTexts): string {
  const field = ownFields.find(({ id }) => id === ownFieldIdOf(key))
  const value: unknown = JSON.parse(json)
  if (field === undefined || typeof value !== 'string' || !mayReadField(actor, 'ownValues')) return ''
  return ownValueText(field, value)
}

/** What was written down of an event or a case; of a former shape of them nothing is told. */
function attachedText(kind: AttachedKind, json: string, actor: Actor): string {
  if (!mayRead(actor, 'notes')) return ''
  const value: unknown = JSON.parse(json)
  switch (kind) {
    case 'careEvent': {
      const event = careEventDraftSchema.safeParse(value)
      return event.success ? careEventText(event.data) : ''
    }
    case 'helpCase': {
      const one = helpCaseDraftSchema.safeParse(value)
      return one.success ? helpCaseText(one.data) : ''
    }
    default:
      return assertNever(kind)
  }
}

/** The same of a field's value. */
export function fieldText(field: ToldField, value: unknown, { actor, numbers }: ChangeTexts): string {
  // What was written down was a field of a draft; one of a former shape of it is told by nothing.
  const parsed = residentDraftSchema.shape[field].safeParse(value)
  if (!parsed.success) return ''
  const draft = { [field]: parsed.data } as Partial<ResidentDraft>
  if (draft.idNumber !== undefined) return numbers.ofDocument(draft.idNumber)
  if (draft.otherDocuments !== undefined)
    return residentText(
      'otherDocuments',
      draft.otherDocuments.map((one) => ({ ...one, number: numbers.ofDocument(one.number) })),
    )
  if (draft.phones !== undefined)
    return residentText(
      'phones',
      draft.phones.map((one) => ({ ...one, number: numbers.ofPhone(one) })),
    )
  if (draft.careTags !== undefined)
    return residentText(
      'careTags',
      draft.careTags.filter(({ careTag }) => mayReadCareTag(actor, careTagSchema.parse(careTag))),
    )
  if (!mayRead(actor, 'birthDay') && typeof draft.birthWhen === 'string')
    return maskBirth(draft.birthWhen) ?? ''
  // The value was parsed by the schema of this very field.
  return residentText(field, parsed.data as never)
}
