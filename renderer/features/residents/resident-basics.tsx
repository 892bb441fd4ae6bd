import { Checkbox } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { ethnicGroups } from '../../../domain/codes/ethnic-group.ts'
import { lunarDayNames, lunarMonthNames } from '../../../domain/codes/lunar-text.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import { idDocumentTypeLabels, residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { FieldGroup } from '../../ui/form/field-group.tsx'
import { PartialDateField } from '../../ui/form/partial-date-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { IdNumberField } from './id-number-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page
const documentTypes = codeOptions(idDocumentTypeLabels)
const sexOptions = codeOptions(sexes)
const ethnicGroupOptions = codeOptions(ethnicGroups)
const lunarMonths = lunarMonthNames.map((name, index) => [String(index + 1), name] as const)
const lunarDays = lunarDayNames.map((name, index) => [String(index + 1), name] as const)

interface ResidentBasicsProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
  readonly resident: ResidentView | null
  readonly todayOn: CalendarDate
}

/** Who the person is. */
export function ResidentBasics({ form, resident, todayOn }: ResidentBasicsProps) {
  const { control } = form
  return (
    <FieldGroup title={words.basics}>
      <TextField
        control={control}
        name="name"
        label={residentFieldLabels.name}
        isRequired
        isFirst={resident === null}
      />
      <SelectField
        control={control}
        name="idDocumentType"
        label={residentFieldLabels.idDocumentType}
        options={documentTypes}
        isRequired
      />
      <IdNumberField form={form} resident={resident} todayOn={todayOn} />
      <PartialDateField
        control={control}
        name="birthWhen"
        label={residentFieldLabels.birthWhen}
        help={words.birthHelp}
      />
      <SelectField
        control={control}
        name="sex"
        label={residentFieldLabels.sex}
        options={sexOptions}
        isRequired
      />
      <SelectField
        control={control}
        name="ethnicGroup"
        label={residentFieldLabels.ethnicGroup}
        options={ethnicGroupOptions}
        isOptional
      />
      <div className={classes.lunarBirth}>
        <TextField
          control={control}
          name="lunarBirth.year"
          label={words.lunarYear}
          placeholder={words.lunarYearPlaceholder}
          inputMode="numeric"
          maxLength={6}
        />
        <SelectField
          control={control}
          name="lunarBirth.month"
          label={words.lunarMonth}
          options={lunarMonths}
          isOptional
        />
        <SelectField
          control={control}
          name="lunarBirth.day"
          label={words.lunarDay}
          options={lunarDays}
          isOptional
        />
        <Checkbox
          className={classes.besideField}
          size="md"
          label={words.lunarLeap}
          {...form.register('lunarBirth.isLeap')}
        />
      </div>
    </FieldGroup>
  )
}
