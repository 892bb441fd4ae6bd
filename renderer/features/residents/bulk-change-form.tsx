import { Button, Fieldset, Group } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { useForm, type UseFormReturn, useWatch } from 'react-hook-form'
import { bulkFields, mayMake, type BulkChange } from '../../../domain/bulk-change.ts'
import { benefits } from '../../../domain/codes/benefit.ts'
import { careTags } from '../../../domain/codes/care-tag.ts'
import { bulkLabels } from '../../../domain/labels/bulk-change.zh.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { isOwnFieldKey, ownFieldIdOf, ownFieldKey, type OwnField } from '../../../domain/own-field.ts'
import { mayWrite, writableCareTags } from '../../../domain/record-access.ts'
import type { Actor } from '../../../domain/staff.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { OwnValueField } from '../../ui/form/own-value-field.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import {
  bulkChangeValuesSchema,
  firstValue,
  mayBeEmpty,
  optionsOfField,
  ownValueProblem,
  type BulkChangeValues,
} from './bulk-change-values.ts'
import classes from './bulk-change-page.module.css'

const words = bulkLabels

const labels = {
  careTag: words.careTag,
  benefit: words.benefit,
  fromOn: words.fromOn,
  toOn: words.toOn,
  field: words.field,
  value: words.value,
  text: words.note,
}

interface BulkChangeFormProps {
  /** While something runs, what it was asked with stays as it is. */
  readonly isBusy: boolean
  readonly onLook: (change: BulkChange) => void
  /** What was looked at is no longer what the fields say. */
  readonly onChanged: () => void
}

/** What is to be changed about everybody chosen. */
export function BulkChangeForm({ isBusy, onLook, onChanged }: BulkChangeFormProps) {
  const state = useReadyState()
  const ownFields = useOwnFields()
  const resolver = useMemo(
    () =>
      schemaResolver<BulkChangeValues, BulkChange>(bulkChangeValuesSchema(ownFields), {
        labels,
        furtherProblems: (values) => ownValueProblem(values, ownFields),
      }),
    [ownFields],
  )
  const form = useForm<BulkChangeValues, unknown, BulkChange>({
    resolver,
    defaultValues: {
      kind: 'giveCareTag',
      careTag: 'partyMember',
      benefit: Object.keys(benefits)[0] ?? '',
      fromOn: null,
      toOn: null,
      field: 'residenceStatus',
      value: firstValue('residenceStatus'),
      text: '',
    },
  })
  const { subscribe } = form
  useEffect(() => subscribe({ formState: { values: true }, callback: onChanged }), [subscribe, onChanged])
  if (state === null) return null
  return (
    <FormFrame label={words.what} onSubmit={() => void form.handleSubmit(onLook)()}>
      <Fieldset variant="unstyled" disabled={isBusy}>
        <Group align="flex-start" gap="md" className={classes.fields}>
          <KindFields form={form} actor={state.actor} todayOn={state.todayOn} ownFields={ownFields} />
          <Button type="submit" className={classes.beside}>
            {words.look}
          </Button>
        </Group>
      </Fieldset>
    </FormFrame>
  )
}

interface KindFieldsProps {
  readonly form: UseFormReturn<BulkChangeValues, unknown, BulkChange>
  readonly actor: Actor
  readonly todayOn: string
  readonly ownFields: readonly OwnField[]
}

function KindFields({ form, actor, todayOn, ownFields }: KindFieldsProps) {
  const { control, setValue } = form
  const kind = useWatch({ control, name: 'kind' })
  const field = useWatch({ control, name: 'field' })
  const isEnd = kind === 'endCareTag' || kind === 'endBenefit'
  const isSet = kind === 'setField'

  useEffect(() => setValue('toOn', isEnd ? todayOn : null), [isEnd, todayOn, setValue])
  useEffect(() => setValue('value', firstValue(field)), [field, setValue])

  const ownField = isSet ? ownFields.find(({ id }) => id === ownFieldIdOf(field)) : undefined
  const isTyped = isSet && !isOwnFieldKey(field)
  const options = isTyped ? optionsOfField(field) : null
  return (
    <>
      <SelectField control={control} name="kind" label={words.what} options={kindsFor(actor)} />
      {(kind === 'giveCareTag' || kind === 'endCareTag') && (
        <SelectField
          control={control}
          name="careTag"
          label={words.careTag}
          options={writableCareTags(actor).map((careTag) => [careTag, careTags[careTag]])}
        />
      )}
      {(kind === 'giveBenefit' || kind === 'endBenefit') && (
        <SelectField control={control} name="benefit" label={words.benefit} options={codeOptions(benefits)} />
      )}
      {(kind === 'giveCareTag' || kind === 'giveBenefit') && (
        <DateField control={control} name="fromOn" label={words.fromOn} placeholder={words.dateHelp} />
      )}
      {kind !== 'setField' && kind !== 'addNote' && (
        <DateField
          control={control}
          name="toOn"
          label={words.toOn}
          {...(isEnd ? { isRequired: true } : { placeholder: words.dateHelp })}
        />
      )}
      {isSet && (
        <SelectField
          control={control}
          name="field"
          label={words.field}
          options={fieldsFor(actor, ownFields)}
        />
      )}
      {ownField !== undefined && (
        <OwnValueField
          // Each kind has an input of its own, with what was typed into it.
          key={ownField.id}
          control={control}
          name="value"
          field={ownField}
          stored={null}
          label={words.value}
          placeholder={words.clear}
        />
      )}
      {isTyped && options !== null && (
        <SelectField
          control={control}
          name="value"
          label={words.value}
          options={options}
          isOptional={mayBeEmpty(field)}
          placeholder={words.clear}
        />
      )}
      {isTyped && options === null && (
        <TextField
          control={control}
          name="value"
          label={words.value}
          placeholder={words.clear}
          maxLength={200}
        />
      )}
      {kind === 'addNote' && (
        <TextField control={control} name="text" label={words.note} maxLength={200} isRequired />
      )}
    </>
  )
}

type Options = readonly (readonly [code: string, name: string])[]

function kindsFor(actor: Actor): Options {
  return codeOptions(words.kinds).filter(([kind]) => !kind.endsWith('Benefit') || mayWrite(actor, 'benefits'))
}

function fieldsFor(actor: Actor, ownFields: readonly OwnField[]): Options {
  const everybodys = bulkFields
    .filter((field) => mayMake(actor, { kind: 'setField', field, value: null }))
    .map((field) => [field, residentFieldLabels[field]] as const)
  const own = ownFields
    .filter(({ owner, isRetired }) => owner === 'resident' && !isRetired)
    .filter(({ id }) => mayMake(actor, { kind: 'setOwnField', ownFieldId: id, value: null }))
    .map(({ id, name }) => [ownFieldKey(id), name] as const)
  return [...everybodys, ...own]
}
