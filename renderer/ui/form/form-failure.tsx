import type { ReactNode } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { Failure } from '../../../domain/failure.ts'
import { failureSentence } from '../../../domain/labels/failure.zh.ts'
import { TroubleNotice } from '../failure-notice.tsx'

/** Marks the field a failure names and goes to it; a failure of no field is said above the form. */
export function markFailure<Values extends FieldValues, Draft>(
  form: UseFormReturn<Values, unknown, Draft>,
  failure: Failure,
): void {
  const message = failureSentence(failure)
  const [top = ''] = failure.field?.split('.') ?? []
  const field = top in form.getValues() ? failure.field : undefined
  if (field === undefined) form.setError('root.ledger', { type: failure.code, message })
  // The form has just said that it holds a field of this name.
  else form.setError(field as FieldPath<Values>, { type: failure.code, message }, { shouldFocus: true })
}

interface FormFailureProps<Values extends FieldValues, Draft> {
  readonly form: UseFormReturn<Values, unknown, Draft>
  readonly children?: ReactNode
}

/** What the ledger said against the whole form. */
export function FormFailure<Values extends FieldValues, Draft>({
  form,
  children,
}: FormFailureProps<Values, Draft>) {
  const failure = form.formState.errors.root?.['ledger']
  if (failure?.message === undefined) return null
  return <TroubleNotice sentence={failure.message}>{children}</TroubleNotice>
}
