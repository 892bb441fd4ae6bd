import { Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import { type FieldProps, labelProps, textOf } from './field-props.ts'

interface TextFieldProps<Values extends FieldValues, Draft> extends FieldProps<Values, Draft> {
  readonly maxLength?: number
  readonly inputMode?: 'text' | 'tel' | 'numeric'
  /** The id of a datalist on the same page. */
  readonly suggestionsId?: string
  /** A problem that only the ledger knows of. */
  readonly problem?: string | undefined
  /** Takes the keyboard when it appears. */
  readonly isFirst?: boolean
  readonly onTyped?: (text: string) => void
  readonly onLeft?: (text: string) => void
}

/** One line of text. */
export function TextField<Values extends FieldValues, Draft>({
  control,
  name,
  isFirst = false,
  ...props
}: TextFieldProps<Values, Draft>) {
  const { field, fieldState } = useController({ control, name })
  const { ref, value, onChange, onBlur } = field
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) input.current?.focus()
  }, [isFirst])
  return (
    <TextInput
      {...labelProps(props.label, props.ariaLabel)}
      ref={(element) => {
        ref(element)
        input.current = element
      }}
      name={name}
      value={textOf(value)}
      description={props.help}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      inputMode={props.inputMode}
      autoComplete="off"
      spellCheck={false}
      required={props.isRequired ?? false}
      list={props.suggestionsId}
      error={fieldState.error?.message ?? props.problem}
      onChange={(event) => {
        const text = event.currentTarget.value
        onChange(text)
        props.onTyped?.(text)
      }}
      onBlur={(event) => {
        onBlur()
        props.onLeft?.(event.currentTarget.value)
      }}
    />
  )
}

/** Several lines of text. */
export function LongTextField<Values extends FieldValues, Draft>({
  control,
  name,
  ...props
}: FieldProps<Values, Draft>) {
  const { field, fieldState } = useController({ control, name })
  const { ref, value, onChange, onBlur } = field
  return (
    <Textarea
      {...labelProps(props.label, props.ariaLabel)}
      ref={ref}
      name={name}
      value={textOf(value)}
      description={props.help}
      rows={4}
      required={props.isRequired ?? false}
      error={fieldState.error?.message}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}
