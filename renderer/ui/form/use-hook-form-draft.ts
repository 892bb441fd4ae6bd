import { useEffect, useEffectEvent } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { DraftForm } from '../../../domain/draft.ts'
import { changedFields, withKept } from './draft-values.ts'
import { type FormDraft, useFormDraft } from './use-form-draft.ts'

interface HookFormDraftOptions<Values extends FieldValues, Draft> {
  readonly form: UseFormReturn<Values, unknown, Draft>
  readonly of: DraftForm
  readonly baseRevision: number | null
  /** What the form shows of the record as it is stored. */
  readonly before: Values
  /** What a kept form is put back into; `before` unless a new form begins with what is known of somebody. */
  readonly blank?: Values
  /** What a row of each list looks like. */
  readonly rows?: Readonly<Record<string, object>>
  /** What can't be put back as it was kept. */
  readonly mend?: (values: Values) => Values
}

/** The draft of a form whose fields the form library holds. */
export function useHookFormDraft<Values extends FieldValues, Draft>(
  options: HookFormDraftOptions<Values, Draft>,
): FormDraft {
  const { form, before, blank = before, rows = {}, mend = (values: Values) => values } = options
  const draft = useFormDraft({
    form: options.of,
    baseRevision: options.baseRevision,
    onTake: (stored) => form.reset(mend(withKept(blank, stored, rows)), { keepDefaultValues: true }),
  })
  const typed = useEffectEvent((values: Values) =>
    draft.changed(changedFields(values, before) === null ? null : changedFields(values, blank)),
  )
  const { subscribe } = form
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => typed(values) }),
    [subscribe],
  )
  return draft
}
