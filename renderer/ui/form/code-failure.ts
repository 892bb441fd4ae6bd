import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { Failure } from '../../../domain/failure.ts'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { markFailure } from './form-failure.tsx'

const mistyped: Readonly<Record<string, string>> = signInLabels.recovery.wrong

/** Says what is wrong with a typed recovery code as closely as its check symbols allow. */
export function markCodeFailure<Values extends { readonly recoveryCode: string } & FieldValues, Draft>(
  form: UseFormReturn<Values, unknown, Draft>,
  failure: Failure,
): void {
  const message = failure.code === 'recoveryCodeMistyped' ? mistyped[failure.detail ?? ''] : undefined
  if (message === undefined) markFailure(form, failure)
  // The form has just said that it holds a field of this name.
  else form.setError('recoveryCode' as FieldPath<Values>, { message }, { shouldFocus: true })
}
