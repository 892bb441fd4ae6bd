import { Text } from '@mantine/core'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { disabilityCategories, disabilityGrades } from '../../../domain/codes/disability.ts'
import { healthStates } from '../../../domain/codes/health-state.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { mayRead, mayWrite } from '../../../domain/record-access.ts'
import type { ResidentChange } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { FieldGroup } from '../../ui/form/field-group.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'

const words = residentLabels.page
const healthOptions = codeOptions(healthStates)
const categoryOptions = codeOptions(disabilityCategories)
const gradeOptions = codeOptions(disabilityGrades)

interface ResidentHealthProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
}

/** How well the person is, and what the disability card says; shown to those who may see it. */
export function ResidentHealth({ form: { control } }: ResidentHealthProps) {
  const actor = useReadyState()?.actor
  const disability = useWatch({ control, name: 'disability' })
  if (actor === undefined || !mayRead(actor, 'health')) return null
  const isOfPost = mayWrite(actor, 'disabilityCard')
  const known = categoryOptions.find(([code]) => code === disability.category)?.[1] ?? ''
  const grade = gradeOptions.find(([code]) => code === disability.grade)?.[1] ?? ''
  return (
    <FieldGroup title={words.healthAndBenefits}>
      <SelectField
        control={control}
        name="health"
        label={residentFieldLabels.health}
        options={healthOptions}
        isOptional
      />
      {isOfPost ? (
        <>
          <SelectField
            control={control}
            name="disability.category"
            label={words.disabilityCategory}
            options={categoryOptions}
            isOptional
          />
          <SelectField
            control={control}
            name="disability.grade"
            label={words.disabilityGrade}
            options={gradeOptions}
            isOptional
          />
          <TextField
            control={control}
            name="disability.reissueCount"
            label={words.disabilityReissue}
            inputMode="numeric"
            maxLength={2}
          />
        </>
      ) : (
        known !== '' && (
          <Text>
            {residentFieldLabels.disability} <strong>{`${known}${grade}`}</strong> {words.tagOfOtherField}
          </Text>
        )
      )}
    </FieldGroup>
  )
}
