import { NativeSelect } from '@mantine/core'
import { type FieldValues, useController } from 'react-hook-form'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { type FieldProps, labelProps, textOf } from './field-props.ts'

interface SelectFieldProps<Values extends FieldValues, Draft> extends FieldProps<Values, Draft> {
  /** Shape: code and its name, in the order they are offered. */
  readonly options: readonly (readonly [code: string, name: string])[]
  /** Offers an empty choice, whose value is null; the placeholder is its name where it means more than that nothing is known. */
  readonly isOptional?: boolean
}

/** One of a closed set. */
export function SelectField<Values extends FieldValues, Draft>({
  control,
  name,
  options,
  isOptional = false,
  ...props
}: SelectFieldProps<Values, Draft>) {
  const { field, fieldState } = useController({ control, name })
  const { ref, value, onChange, onBlur } = field
  return (
    <NativeSelect
      {...labelProps(props.label, props.ariaLabel)}
      ref={ref}
      name={name}
      value={textOf(value)}
      description={props.help}
      required={props.isRequired ?? false}
      error={fieldState.error?.message}
      onChange={({ currentTarget: { value: code } }) => onChange(code === '' ? null : code)}
      onBlur={onBlur}
    >
      {isOptional && <option value="">{props.placeholder ?? appLabels.form.notChosen}</option>}
      {options.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </NativeSelect>
  )
}
