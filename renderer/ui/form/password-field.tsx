import { PasswordInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { type FieldProps, textOf } from './field-props.ts'

interface PasswordFieldProps<Values extends FieldValues, Draft> extends FieldProps<Values, Draft> {
  readonly isNew?: boolean
  /** Takes the keyboard when it appears. */
  readonly isFirst?: boolean
}

/** A password, hidden until its owner asks to see it; says when the capitals lock is on. */
export function PasswordField<Values extends FieldValues, Draft>({
  control,
  name,
  isNew = false,
  isFirst = false,
  ...props
}: PasswordFieldProps<Values, Draft>) {
  const { field, fieldState } = useController({ control, name })
  const { ref, value, onChange, onBlur } = field
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) input.current?.focus()
  }, [isFirst])
  const [isCapsLockOn, setIsCapsLockOn] = useState(false)
  return (
    <PasswordInput
      label={props.label}
      ref={(element) => {
        ref(element)
        input.current = element
      }}
      name={name}
      value={textOf(value)}
      description={isCapsLockOn ? signInLabels.capsLock : props.help}
      maxLength={200}
      autoComplete={isNew ? 'new-password' : 'off'}
      spellCheck={false}
      required={props.isRequired ?? false}
      error={fieldState.error?.message}
      aria-invalid={fieldState.error !== undefined}
      visibilityToggleButtonProps={{ 'aria-label': signInLabels.showPassword, tabIndex: 0 }}
      onKeyUp={(event) => setIsCapsLockOn(event.getModifierState('CapsLock'))}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}
