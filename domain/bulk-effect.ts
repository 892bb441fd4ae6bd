import { z } from 'zod'
import type { BulkChange, BulkRefusal } from './bulk-change.ts'
import { calendarDateSchema, type CalendarDate } from './calendar-date.ts'
import { longestNote, type Presence, type ResidentDraft } from './resident.ts'

/** Shape: when a tag or a benefit is held. */
const periodSchema = z.strictObject({
  fromOn: calendarDateSchema.nullable(),
  toOn: calendarDateSchema.nullable(),
})
type Period = z.infer<typeof periodSchema>

/** Shape: the one thing a change is about: a text, a code, a period, or null where there is none. */
export const bulkItemSchema = z.union([z.string(), periodSchema, z.null()])
export type BulkItem = z.infer<typeof bulkItemSchema>

type Outcome =
  | { readonly verdict: 'change'; readonly after: BulkItem }
  | { readonly verdict: 'same' }
  | { readonly verdict: 'refuse'; readonly refusal: BulkRefusal }

interface Person {
  readonly draft: ResidentDraft
  readonly presence: Presence
}

/** What stands in the record now where a change would be made. */
export function itemOf(change: BulkChange, draft: ResidentDraft): BulkItem {
  switch (change.kind) {
    case 'giveCareTag':
    case 'endCareTag':
      return periodOf(draft.careTags.find(({ careTag }) => careTag === change.careTag))
    case 'giveBenefit':
    case 'endBenefit':
      return periodOf(draft.benefits.find(({ benefit }) => benefit === change.benefit))
    case 'setField':
      return draft[change.field]
    case 'setOwnField':
      return draft.ownValues.find(({ ownFieldId }) => ownFieldId === change.ownFieldId)?.value ?? null
    case 'addNote':
      return draft.note
  }
}

/** The record with something else in that place. */
export function withItem(change: BulkChange, draft: ResidentDraft, item: BulkItem): ResidentDraft {
  switch (change.kind) {
    case 'giveCareTag':
    case 'endCareTag': {
      const others = draft.careTags.filter(({ careTag }) => careTag !== change.careTag)
      const tag = isPeriod(item) ? [{ careTag: change.careTag, ...item }] : []
      return { ...draft, careTags: [...others, ...tag] }
    }
    case 'giveBenefit':
    case 'endBenefit': {
      const others = draft.benefits.filter(({ benefit }) => benefit !== change.benefit)
      const held = isPeriod(item) ? [{ benefit: change.benefit, ...item }] : []
      return { ...draft, benefits: [...others, ...held] }
    }
    case 'setField':
      // The value was checked by the schema of this very field.
      return { ...draft, [change.field]: item }
    case 'setOwnField': {
      const { ownFieldId } = change
      const others = draft.ownValues.filter((one) => one.ownFieldId !== ownFieldId)
      const own = typeof item === 'string' ? [{ ownFieldId, value: item }] : []
      return { ...draft, ownValues: [...others, ...own] }
    }
    case 'addNote':
      return { ...draft, note: typeof item === 'string' ? item : '' }
  }
}

/** What a change does to one person. */
export function outcomeOf(change: BulkChange, person: Person, todayOn: CalendarDate): Outcome {
  // Whoever has died is past all of this; what was known is kept.
  if (person.presence === 'deceased') return { verdict: 'refuse', refusal: 'deceased' }
  const before = itemOf(change, person.draft)
  switch (change.kind) {
    case 'giveCareTag':
    case 'giveBenefit': {
      const after = { fromOn: change.fromOn, toOn: change.toOn }
      const isHeld = isPeriod(before) && !endsBefore(before, change.fromOn ?? todayOn)
      return isHeld ? { verdict: 'same' } : { verdict: 'change', after }
    }
    case 'endCareTag':
    case 'endBenefit': {
      if (!isPeriod(before)) return { verdict: 'refuse', refusal: 'notHeld' }
      if (before.toOn !== null && before.toOn <= change.toOn) return { verdict: 'same' }
      if (before.fromOn !== null && before.fromOn > change.toOn)
        return { verdict: 'refuse', refusal: 'beginsLater' }
      return { verdict: 'change', after: { fromOn: before.fromOn, toOn: change.toOn } }
    }
    case 'setField':
    case 'setOwnField':
      return isSameItem(before, change.value)
        ? { verdict: 'same' }
        : { verdict: 'change', after: change.value }
    case 'addNote': {
      const note = typeof before === 'string' ? before : ''
      if (note.split('\n').includes(change.text)) return { verdict: 'same' }
      const after = note === '' ? change.text : `${note}\n${change.text}`
      return after.length > longestNote
        ? { verdict: 'refuse', refusal: 'noteFull' }
        : { verdict: 'change', after }
    }
  }
}

/** Whether two such things are the same. */
export function isSameItem(one: BulkItem, other: BulkItem): boolean {
  if (isPeriod(one) && isPeriod(other)) return one.fromOn === other.fromOn && one.toOn === other.toOn
  return one === other
}

function isPeriod(item: BulkItem): item is Period {
  return typeof item === 'object' && item !== null
}

function periodOf(held: Period | undefined): Period | null {
  return held === undefined ? null : { fromOn: held.fromOn, toOn: held.toOn }
}

function endsBefore({ toOn }: Period, on: CalendarDate): boolean {
  return toOn !== null && toOn < on
}
