import type { FieldValues } from 'react-hook-form'
import { ownFieldLabels } from '../../../domain/labels/own-field.zh.ts'
import { yesNoNames } from '../../../domain/labels/resident-text.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import { longestOwnValue } from '../../../domain/own-value.ts'
import type { FieldProps } from './field-props.ts'
import { PartialDateField } from './partial-date-field.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

interface OwnValueFieldProps<Values extends FieldValues, Draft> extends Pick<
  FieldProps<Values, Draft>,
  'control' | 'name'
> {
  readonly field: OwnField
  /** What is stored: a choice that is no longer offered stays to be seen. */
  readonly stored: string | null
  /** Where the name of the field is written beside it already. */
  readonly label?: string
  readonly placeholder?: string
}

/** The input for a field the office added by itself. */
export function OwnValueField<Values extends FieldValues, Draft>({
  field,
  stored,
  label: givenLabel,
  ...props
}: OwnValueFieldProps<Values, Draft>) {
  const label = givenLabel ?? (field.isRetired ? ownFieldLabels.form.retired(field.name) : field.name)
  switch (field.kind) {
    case 'text':
      return <TextField {...props} label={label} maxLength={longestOwnValue} />
    case 'number':
      return <TextField {...props} label={label} maxLength={30} />
    case 'date':
      return <PartialDateField {...props} label={label} />
    case 'choice':
      return <SelectField {...props} label={label} options={choiceOptions(field, stored)} isOptional />
    case 'yesNo':
      return <SelectField {...props} label={label} options={Object.entries(yesNoNames)} isOptional />
  }
}

function choiceOptions({ choices }: OwnField, stored: string | null): (readonly [string, string])[] {
  return choices
    .filter(({ id, isRetired }) => !isRetired || String(id) === stored)
    .map(({ id, name }) => [String(id), name] as const)
}
