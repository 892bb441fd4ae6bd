import { mayWrite, mayWriteCareTag, type RecordKind } from '../../domain/record-access.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import type { ImportField, ImportIssue } from '../../domain/roster-import.ts'
import { withoutSealed, type SealableField } from '../../domain/sealed-content.ts'
import type { Actor } from '../../domain/staff.ts'
import { sealedRefusals } from '../sealed-matter/refuse-sealed.service.ts'
import type { SealedPlace } from '../sealed-matter/sealed-places.queries.ts'

const careTagOfOthers: ImportIssue = { code: 'careTagOfOthers', field: 'careTags', isRefusal: false }

/** What one post gives, dates and takes is written by that post alone, whichever way it comes. */
function withoutTagsOfOthers(draft: ResidentDraft, stored: ResidentDraft['careTags'], actor: Actor) {
  const before = new Map(stored.map((period) => [period.careTag, period]))
  const written = draft.careTags.flatMap((period) =>
    mayWriteCareTag(actor, period.careTag) ? [period] : (before.get(period.careTag) ?? []),
  )
  const given = new Set(draft.careTags.map(({ careTag }) => careTag))
  const kept = stored.filter(({ careTag }) => !given.has(careTag) && !mayWriteCareTag(actor, careTag))
  const careTags = [...written, ...kept]
  const isCut = JSON.stringify(careTags) !== JSON.stringify(draft.careTags)
  return { draft: { ...draft, careTags }, cut: isCut ? [careTagOfOthers] : [] }
}

/** The same for what a post writes down about people besides tags. */
function withoutFieldsOfOthers(draft: ResidentDraft, stored: ResidentDraft | null, actor: Actor) {
  const cut: ImportIssue[] = []
  const kept = { health: draft.health, disability: draft.disability, benefits: draft.benefits }
  const isForeign = (kind: RecordKind, one: unknown, other: unknown) =>
    !mayWrite(actor, kind) && JSON.stringify(one) !== JSON.stringify(other)
  if (isForeign('disabilityCard', draft.disability, stored?.disability ?? null)) {
    kept.disability = stored?.disability ?? null
    cut.push(fieldOfOthers('disabilityCategory'))
  }
  if (isForeign('benefits', draft.benefits, stored?.benefits ?? [])) {
    kept.benefits = stored?.benefits ?? []
    cut.push(fieldOfOthers('benefits'))
  }
  return { draft: { ...draft, ...kept }, cut }
}

/** The draft with what other posts answer for as the ledger has it, and what was left out of it for that. */
export function withoutWorkOfOthers(draft: ResidentDraft, stored: ResidentDraft | null, actor: Actor) {
  const tags = withoutTagsOfOthers(draft, stored?.careTags ?? [], actor)
  const fields = withoutFieldsOfOthers(tags.draft, stored, actor)
  return { draft: fields.draft, cut: [...tags.cut, ...fields.cut] }
}

const importFields = {
  health: 'health',
  disability: 'disabilityCategory',
  careTags: 'careTags',
  benefits: 'benefits',
} as const satisfies Record<SealableField, ImportField>

/** The same draft without what is sealed of the person; those who may not know are told what they are told of other posts. */
export function withoutSealedOnes(
  { draft, cut }: ReturnType<typeof withoutWorkOfOthers>,
  places: readonly SealedPlace[],
  actor: Actor,
) {
  const refused = sealedRefusals(actor, places, draft).map(({ field, refusal }): ImportIssue => {
    if (refusal === 'sealed') return { code: 'fieldSealed', field: importFields[field], isRefusal: false }
    return field === 'careTags' ? careTagOfOthers : fieldOfOthers(importFields[field])
  })
  const kept = withoutSealed(
    draft,
    places.map(({ kind }) => kind),
  )
  return { draft: kept, cut: [...cut, ...refused] }
}

function fieldOfOthers(field: ImportField): ImportIssue {
  return { code: 'fieldOfOthers', field, isRefusal: false }
}
