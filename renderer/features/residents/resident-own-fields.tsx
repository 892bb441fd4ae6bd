import { useWatch, type UseFormReturn } from 'react-hook-form'
import { ownFieldLabels } from '../../../domain/labels/own-field.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import { mayReadField } from '../../../domain/resident-field-access.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { FieldGroup } from '../../ui/form/field-group.tsx'
import { OwnValueField } from '../../ui/form/own-value-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'

interface ResidentOwnFieldsProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
  readonly resident: ResidentView | null
  readonly ownFields: readonly OwnField[]
}

/** The fields the office added by itself; shown to those who may read them. */
export function ResidentOwnFields({ form: { control }, resident, ownFields }: ResidentOwnFieldsProps) {
  const actor = useReadyState()?.actor
  const rows = useWatch({ control, name: 'ownValues' })
  const shown = rows.flatMap(({ ownFieldId }, index) => {
    const field = ownFields.find(({ id }) => id === ownFieldId)
    return field === undefined ? [] : [{ field, index }]
  })
  if (actor === undefined || !mayReadField(actor, 'ownValues') || shown.length === 0) return null
  const storedOf = (id: number) =>
    resident?.ownValues.find(({ ownFieldId }) => ownFieldId === id)?.value ?? null
  return (
    <FieldGroup title={ownFieldLabels.form.title}>
      {shown.map(({ field, index }) => (
        <OwnValueField
          key={field.id}
          control={control}
          name={`ownValues.${index}.value`}
          field={field}
          stored={storedOf(field.id)}
        />
      ))}
    </FieldGroup>
  )
}
