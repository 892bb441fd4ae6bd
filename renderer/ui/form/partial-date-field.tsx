import type { FieldValues } from 'react-hook-form'
import { parseTypedPartialDate } from '../../../domain/calendar-date.ts'
import type { FieldProps } from './field-props.ts'
import { TypedDateField } from './typed-date-field.tsx'

/** A date of which perhaps only the year, or the year and the month, is known. */
export function PartialDateField<Values extends FieldValues, Draft>(props: FieldProps<Values, Draft>) {
  return <TypedDateField {...props} read={parseTypedPartialDate} />
}
