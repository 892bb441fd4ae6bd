import type { DraftForm } from './draft.ts'

/** The name a form's draft is kept under. Shape: the form, and its record's number after a colon. */
export function draftKey(draft: DraftForm): string {
  return 'id' in draft ? `${draft.form}:${String(draft.id)}` : draft.form
}
