import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type FieldPath, type FieldValues, type PathValue, type UseFormReturn } from 'react-hook-form'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { PasswordField } from './password-field.tsx'
import classes from './new-password-fields.module.css'

const words = signInLabels.newPassword

/** What a form with a new password holds. */
export interface NewPassword {
  readonly password: string
  readonly repeat: string
}

/** Sentences for what a new password alone can't tell by its schema. */
export function newPasswordProblems({ password, repeat }: NewPassword): Record<string, string> {
  if ([...password.normalize('NFKC')].length < 10) return { password: words.tooShort }
  return password === repeat ? {} : { repeat: words.differs }
}

interface NewPasswordFieldsProps<Values extends NewPassword & FieldValues, Draft> {
  readonly form: UseFormReturn<Values, unknown, Draft>
  /** Where another password stands beside it. */
  readonly label?: string
}

/** A password typed twice, or one that the program thinks up. */
export function NewPasswordFields<Values extends NewPassword & FieldValues, Draft>({
  form,
  label = words.password,
}: NewPasswordFieldsProps<Values, Draft>) {
  // The form has just said that it holds fields of these names.
  const password = 'password' as FieldPath<Values>
  const repeat = 'repeat' as FieldPath<Values>
  const suggestion = useMutation({
    mutationFn: () => ask('setup.suggestPassword', {}),
    onSuccess: (suggested) => {
      const value = suggested.password as PathValue<Values, FieldPath<Values>>
      form.setValue(password, value, { shouldDirty: true })
      form.setValue(repeat, value, { shouldDirty: true })
      form.clearErrors()
    },
  })
  const place = useRef<HTMLDivElement>(null)
  // It is to be copied, so it must not come up behind a dialog's buttons.
  useEffect(() => {
    if (suggestion.data !== undefined) place.current?.scrollIntoView({ block: 'nearest' })
  }, [suggestion.data])
  return (
    <>
      <PasswordField
        control={form.control}
        name={password}
        label={label}
        help={words.rule}
        isNew
        isRequired
      />
      <PasswordField control={form.control} name={repeat} label={words.repeat} isNew isRequired />
      <div ref={place} className={classes.suggestion}>
        <Button variant="default" loading={suggestion.isPending} onClick={() => suggestion.mutate()}>
          {words.suggest}
        </Button>
        <div role="status">
          {suggestion.data !== undefined && (
            <>
              <Text mt="xs">{words.suggested(suggestion.data.words)}</Text>
              {/* Alone in its line: a full stop or a break in it would be copied along. */}
              <p className={classes.password}>{suggestion.data.password}</p>
            </>
          )}
        </div>
      </div>
    </>
  )
}
