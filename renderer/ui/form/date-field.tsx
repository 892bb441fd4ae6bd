import type { FieldValues } from 'react-hook-form'
import { parseTypedDate } from '../../../domain/calendar-date.ts'
import type { FieldProps } from './field-props.ts'
import { TypedDateField } from './typed-date-field.tsx'

/** A complete date typed as 19450302, 1945-3-2 or 1945.3.2. */
export function DateField<Values extends FieldValues, Draft>(props: FieldProps<Values, Draft>) {
  return <TypedDateField {...props} read={parseTypedDate} />
}
