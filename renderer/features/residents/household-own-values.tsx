import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { ownFieldLabels } from '../../../domain/labels/own-field.zh.ts'
import { ownValueLines } from '../../../domain/labels/resident-text.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import type { OwnValue } from '../../../domain/own-value.ts'
import type { Household } from '../../../domain/resident.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { OwnValueField } from '../../ui/form/own-value-field.tsx'
import { ownRowProblems, ownRows, ownRowsSchema, type OwnValueRow } from '../../ui/form/own-value-rows.ts'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import classes from './resident-page.module.css'
import { useHouseholdChange } from './use-household-change.ts'

const words = ownFieldLabels.household

interface HouseholdOwnValuesProps {
  readonly household: Household
  readonly onChanged: () => void
}

/** What stands in the household's own fields, and the way to change it. */
export function HouseholdOwnValues({ household, onChanged }: HouseholdOwnValuesProps) {
  const mayChange = useMay('household.saveOwnValues')
  const ownFields = useOwnFields()
  const [isEditing, setIsEditing] = useState(false)
  const lines = ownValueLines(household.ownValues, ownFields)
  const isOffered = ownFields.some(({ owner, isRetired }) => owner === 'household' && !isRetired)
  return (
    <>
      {lines.length > 0 && (
        <dl className={classes.ownValues}>
          {lines.map(({ field, text }) => (
            <div key={field.id}>
              <dt>{field.isRetired ? ownFieldLabels.form.retired(field.name) : field.name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {mayChange && (isOffered || lines.length > 0) && (
        <Button mt="sm" variant="default" size="sm" onClick={() => setIsEditing(true)}>
          {words.edit}
        </Button>
      )}
      {isEditing && (
        <OwnValuesDialog
          household={household}
          ownFields={ownFields}
          onCancel={() => setIsEditing(false)}
          onDone={() => {
            setIsEditing(false)
            onChanged()
          }}
        />
      )}
    </>
  )
}

interface OwnValuesDialogProps {
  readonly household: Household
  readonly ownFields: readonly OwnField[]
  readonly onCancel: () => void
  readonly onDone: () => void
}

interface Values {
  ownValues: OwnValueRow[]
}

interface Draft {
  readonly ownValues: OwnValue[]
}

function OwnValuesDialog({ household, onCancel, onDone, ...props }: OwnValuesDialogProps) {
  // The rows stay what they were when the dialog was opened.
  const [ownFields] = useState(props.ownFields)
  const { id: householdId, ownValues: before } = household
  const resolver = useMemo(() => {
    const schema = z.strictObject({ ownValues: ownRowsSchema(ownFields) })
    return schemaResolver<Values, Draft>(schema, {
      labels: {},
      furtherProblems: ({ ownValues }) => ownRowProblems(ownValues, ownFields),
    })
  }, [ownFields])
  const form = useForm<Values, unknown, Draft>({
    defaultValues: { ownValues: ownRows(before, ownFields, 'household') },
    resolver,
  })
  const { control } = form
  const rows = useWatch({ control, name: 'ownValues' })
  const saving = useHouseholdChange(
    ({ ownValues }: Draft) => ask('household.saveOwnValues', { householdId, before: [...before], ownValues }),
    onDone,
    (error) => markFailure(form, failureOf(error)),
  )
  return (
    <FormDialog
      title={words.title}
      confirmLabel={words.save}
      cancelLabel={ownFieldLabels.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => void form.handleSubmit((draft) => saving.mutate(draft))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      {rows.map(({ ownFieldId }, index) => {
        const field = ownFields.find(({ id }) => id === ownFieldId)
        if (field === undefined) return null
        const stored = before.find((one) => one.ownFieldId === ownFieldId)?.value ?? null
        return (
          <OwnValueField
            key={ownFieldId}
            control={control}
            name={`ownValues.${index}.value`}
            field={field}
            stored={stored}
          />
        )
      })}
    </FormDialog>
  )
}
