import { Checkbox, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { diaryMatters } from '../../../domain/codes/diary-matter.ts'
import type { DiaryDraft } from '../../../domain/diary.ts'
import { diaryFieldLabels, diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FieldGroup } from '../../ui/form/field-group.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { LongTextField, TextField } from '../../ui/form/text-field.tsx'
import type { DiaryValues } from './diary-form-schema.ts'
import { DiaryPeopleField } from './diary-people-field.tsx'
import classes from './diary.module.css'

const words = diaryLabels.form
const matterOptions = codeOptions(diaryMatters)

interface DiaryFieldsProps {
  readonly form: UseFormReturn<DiaryValues, unknown, DiaryDraft>
  /** What it was written after; empty for nothing. */
  readonly occasion: string
}

/** Every field of an entry, in the order in which a day is told. */
export function DiaryFields({ form: { control, register }, occasion }: DiaryFieldsProps) {
  const [needsFollowUp, matter] = useWatch({ control, name: ['needsFollowUp', 'matter'] })
  return (
    <Stack gap="xl">
      <FieldGroup title={words.when}>
        <DateField
          control={control}
          name="entryOn"
          label={diaryFieldLabels.entryOn}
          help={words.entryOnHelp}
          isRequired
        />
        <TextField
          control={control}
          name="place"
          label={diaryFieldLabels.place}
          placeholder={words.placePlaceholder}
          maxLength={60}
        />
        <TextField
          control={control}
          name="weather"
          label={diaryFieldLabels.weather}
          placeholder={words.weatherPlaceholder}
          maxLength={20}
        />
        <AuthorField control={control} />
        {occasion !== '' && <Text className={classes.whole}>{occasion}</Text>}
      </FieldGroup>
      <FieldGroup title={words.about}>
        <DiaryPeopleField control={control} />
      </FieldGroup>
      <FieldGroup title={words.what}>
        <SelectField
          control={control}
          name="matter"
          label={diaryFieldLabels.matter}
          options={matterOptions}
          isOptional
          isRequired
        />
        <div className={`${classes.whole ?? ''} ${classes.texts ?? ''}`}>
          <LongTextField
            control={control}
            name="heard"
            label={diaryFieldLabels.heard}
            help={words.heardHelp}
            isRequired
          />
          {matter === 'health' && <Text fw={600}>{words.sealHint}</Text>}
          <LongTextField
            control={control}
            name="handling"
            label={diaryFieldLabels.handling}
            help={words.handlingHelp}
          />
          <LongTextField
            control={control}
            name="result"
            label={diaryFieldLabels.diaryResult}
            help={words.resultHelp}
          />
        </div>
      </FieldGroup>
      <FieldGroup title={words.after}>
        <Checkbox size="md" label={words.needsFollowUp} {...register('needsFollowUp')} />
        {needsFollowUp && (
          <DateField
            control={control}
            name="followUpOn"
            label={diaryFieldLabels.followUpOn}
            help={words.followUpHelp}
          />
        )}
        <Checkbox className={classes.whole} size="md" label={words.isSealed} {...register('isSealed')} />
      </FieldGroup>
    </Stack>
  )
}

/** Directors enter what others wrote on paper. */
function AuthorField({ control }: Pick<UseFormReturn<DiaryValues, unknown, DiaryDraft>, 'control'>) {
  const mayChoose = useMay('staff.list')
  const staff = useQuery({ ...ledgerQuery('staff.list', {}), enabled: mayChoose })
  if (!mayChoose || staff.data === undefined) return null
  return (
    <SelectField
      control={control}
      name="staffId"
      label={diaryFieldLabels.staffId}
      help={words.authorHelp}
      options={staff.data
        .filter(({ role }) => role !== 'viewer')
        .map(({ id, name }) => [String(id), name] as const)}
    />
  )
}
