import type { UseFormReturn } from 'react-hook-form'
import { educations } from '../../../domain/codes/education.ts'
import { maritalStatuses } from '../../../domain/codes/marital-status.ts'
import { occupations } from '../../../domain/codes/occupation.ts'
import { politicalStatuses } from '../../../domain/codes/political-status.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { FieldGroup } from '../../ui/form/field-group.tsx'
import { PartialDateField } from '../../ui/form/partial-date-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import { SpouseField } from './spouse-field.tsx'

const words = residentLabels.page
const educationOptions = codeOptions(educations)
const politicalOptions = codeOptions(politicalStatuses)
const maritalOptions = codeOptions(maritalStatuses)
const occupationOptions = codeOptions(occupations)

interface ResidentMoreProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
  readonly resident: ResidentView | null
}

/** Other names, schooling, marriage and work. */
export function ResidentMore({ form, resident }: ResidentMoreProps) {
  const { control } = form
  return (
    <FieldGroup title={words.more}>
      <SelectField
        control={control}
        name="education"
        label={residentFieldLabels.education}
        options={educationOptions}
        isOptional
      />
      <SelectField
        control={control}
        name="politicalStatus"
        label={residentFieldLabels.politicalStatus}
        options={politicalOptions}
        isOptional
      />
      <SelectField
        control={control}
        name="occupation"
        label={residentFieldLabels.occupation}
        options={occupationOptions}
        isOptional
      />
      <TextField control={control} name="workplace" label={residentFieldLabels.workplace} maxLength={100} />
      <TextField
        control={control}
        name="retirementUnit"
        label={residentFieldLabels.retirementUnit}
        maxLength={100}
      />
      <SelectField
        control={control}
        name="maritalStatus"
        label={residentFieldLabels.maritalStatus}
        options={maritalOptions}
        isOptional
      />
      <PartialDateField
        control={control}
        name="marriedWhen"
        label={residentFieldLabels.marriedWhen}
        help={words.marriedHelp}
      />
      <SpouseField form={form} resident={resident} />
      <TextField control={control} name="formerName" label={residentFieldLabels.formerName} maxLength={100} />
      <TextField control={control} name="otherName" label={residentFieldLabels.otherName} maxLength={100} />
      <TextField
        control={control}
        name="ownPinyin"
        label={residentFieldLabels.ownPinyin}
        placeholder={words.ownPinyinPlaceholder}
        maxLength={100}
      />
    </FieldGroup>
  )
}
