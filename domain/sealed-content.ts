import type { z } from 'zod'
import type { Benefit } from './codes/benefit.ts'
import type { CareTag } from './codes/care-tag.ts'
import { residentDraftSchema } from './resident.ts'

/** Where a record tells of a matter: a field of its own, and the tags and benefits that tell the same. */
export interface SealedPlaces {
  readonly field: 'health' | 'disability' | null
  readonly careTags: readonly CareTag[]
  readonly benefits: readonly Benefit[]
}

/** What leaves the record when one of these matters is sealed. Source: the posts that give these tags and benefits, no standard. */
export const sealedPlaces = {
  health: { field: 'health', careTags: ['disabledElder', 'seriousIllness'], benefits: [] },
  disability: {
    field: 'disability',
    careTags: ['disabled'],
    benefits: ['disabilityLivingSubsidy', 'disabilityNursingSubsidy'],
  },
  lowIncomeReview: {
    field: null,
    careTags: ['lowIncome', 'specialHardship', 'lowIncomeMargin'],
    benefits: ['lowIncomeAllowance', 'specialHardshipSupport', 'temporaryAid', 'housingSubsidy'],
  },
} as const satisfies Record<string, SealedPlaces>
export type SealableKind = keyof typeof sealedPlaces

// Object.keys forgets the key type; the table is closed.
export const sealableKinds = Object.keys(sealedPlaces) as readonly SealableKind[]

/** The fields of a record in which something can be sealed. */
export const sealableFields = ['health', 'disability', 'careTags', 'benefits'] as const
export type SealableField = (typeof sealableFields)[number]

/** The fields in which a matter has a place. */
export function fieldsOfKind(kind: SealableKind): readonly string[] {
  const { field, careTags, benefits }: SealedPlaces = sealedPlaces[kind]
  return sealableFields.filter(
    (one) =>
      one === field ||
      (one === 'careTags' && careTags.length > 0) ||
      (one === 'benefits' && benefits.length > 0),
  )
}

/** Shape: what a matter keeps instead of the record. */
export const sealedContentSchema = residentDraftSchema.pick({
  health: true,
  disability: true,
  careTags: true,
  benefits: true,
})
export type SealedContent = z.infer<typeof sealedContentSchema>

/** What a record has at the places of one matter. */
export function contentOf(kind: SealableKind, draft: SealedContent): SealedContent {
  const { field, careTags, benefits }: SealedPlaces = sealedPlaces[kind]
  return {
    health: field === 'health' ? draft.health : null,
    disability: field === 'disability' ? draft.disability : null,
    careTags: draft.careTags.filter(({ careTag }) => careTags.includes(careTag)),
    benefits: draft.benefits.filter(({ benefit }) => benefits.includes(benefit)),
  }
}

/** The record without what these matters seal. */
export function withoutSealed<Draft extends SealedContent>(
  draft: Draft,
  kinds: readonly SealableKind[],
): Draft {
  const places: readonly SealedPlaces[] = kinds.map((kind) => sealedPlaces[kind])
  return {
    ...draft,
    health: places.some(({ field }) => field === 'health') ? null : draft.health,
    disability: places.some(({ field }) => field === 'disability') ? null : draft.disability,
    careTags: draft.careTags.filter(({ careTag }) => !places.some((one) => one.careTags.includes(careTag))),
    benefits: draft.benefits.filter(({ benefit }) => !places.some((one) => one.benefits.includes(benefit))),
  }
}

/** The record with what a matter kept for it; what stands there by now stays. */
export function withContent<Draft extends SealedContent>(draft: Draft, content: SealedContent): Draft {
  const tags = new Set(draft.careTags.map(({ careTag }) => careTag))
  const held = new Set(draft.benefits.map(({ benefit }) => benefit))
  return {
    ...draft,
    health: draft.health ?? content.health,
    disability: draft.disability ?? content.disability,
    careTags: [...draft.careTags, ...content.careTags.filter(({ careTag }) => !tags.has(careTag))],
    benefits: [...draft.benefits, ...content.benefits.filter(({ benefit }) => !held.has(benefit))],
  }
}

/** The fields in which a draft has something at the places of these matters. */
export function fieldsAtSealed(draft: SealedContent, kinds: readonly SealableKind[]): SealableField[] {
  return sealableFields.filter((field) =>
    kinds.some((kind) => {
      const value = contentOf(kind, draft)[field]
      return Array.isArray(value) ? value.length > 0 : value !== null
    }),
  )
}
