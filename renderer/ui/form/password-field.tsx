import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { type FieldProps, textOf } from './field-props.ts'

interface PasswordFieldProps<Values extends FieldValues, Draft> extends FieldProps<Values, Draft> {
  readonly isNew?: boolean
  readonly autoFocus?: boolean
}

/** A password, hidden until its owner asks to see it; says when the capitals lock is on. */
export function PasswordField<Values extends FieldValues, Draft>({
  control,
  name,
  isNew = false,
  autoFocus = false,
  ...props
}: PasswordFieldProps<Values, Draft>) {
  const { field, fieldState } = useController({ control, name })
  const { ref, value, onChange, onBlur } = field
  const [isCapsLockOn, setIsCapsLockOn] = useState(false)
  return (
    <PasswordInput
      label={props.label}
      ref={ref}
      name={name}
      value={textOf(value)}
      description={isCapsLockOn ? signInLabels.capsLock : props.help}
      maxLength={200}
      autoComplete={isNew ? 'new-password' : 'off'}
      spellCheck={false}
      data-autofocus={autoFocus ? true : undefined}
      required={props.isRequired ?? false}
      error={fieldState.error?.message}
      visibilityToggleButtonProps={{ 'aria-label': signInLabels.showPassword, tabIndex: 0 }}
      onKeyUp={(event) => setIsCapsLockOn(event.getModifierState('CapsLock'))}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}
