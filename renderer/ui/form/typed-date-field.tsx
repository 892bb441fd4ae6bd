import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import type { TypedDate } from '../../../domain/calendar-date.ts'
import { type FieldProps, labelProps, textOf } from './field-props.ts'

interface TypedDateFieldProps<Values extends FieldValues, Draft> extends FieldProps<Values, Draft> {
  readonly read: (text: string) => TypedDate<string>
}

/** A date is typed, never picked: the value is right at every moment, the text is tidied when the field is left. */
export function TypedDateField<Values extends FieldValues, Draft>({
  control,
  name,
  read,
  ...props
}: TypedDateFieldProps<Values, Draft>) {
  const { field, fieldState } = useController({ control, name })
  const { ref, value, onChange, onBlur } = field
  const [typedText, setTypedText] = useState<string | null>(null)
  return (
    <TextInput
      {...labelProps(props.label, props.ariaLabel)}
      ref={ref}
      name={name}
      value={typedText ?? textOf(value)}
      description={props.help}
      placeholder={props.placeholder}
      maxLength={20}
      autoComplete="off"
      spellCheck={false}
      required={props.isRequired ?? false}
      error={fieldState.error?.message}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTypedText(text)
        onChange(valueOf(text, read))
      }}
      onBlur={() => {
        setTypedText(null)
        onBlur()
      }}
    />
  )
}

/** An unreadable text stays as it is, so that the check can name it and the clerk can mend it. */
function valueOf(text: string, read: (text: string) => TypedDate<string>): string | null {
  if (text.trim() === '') return null
  const typed = read(text)
  return typed.ok ? typed.date : text
}
