import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { type Benefit, benefits } from '../../../domain/codes/benefit.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { periodText } from '../../../domain/labels/resident-text.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { mayRead, mayWrite } from '../../../domain/record-access.ts'
import type { ResidentChange } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FieldRows } from '../../ui/form/field-rows.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page
const options = codeOptions(benefits)
const mostBenefits = 40

interface ResidentBenefitsProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
}

/** What the person is paid or helped with; written down by the post that answers for it. */
export function ResidentBenefits({ form: { control } }: ResidentBenefitsProps) {
  const periods = useFieldArray({ control, name: 'benefits' })
  const actor = useReadyState()?.actor
  if (actor === undefined || !mayRead(actor, 'benefits')) return null
  const isOfPost = mayWrite(actor, 'benefits')
  return (
    <FieldRows
      title={residentFieldLabels.benefits}
      emptySentence={words.noBenefits}
      isEmpty={periods.fields.length === 0}
    >
      {periods.fields.map((period, index) =>
        isOfPost ? (
          <Group key={period.id} gap="md" align="flex-start" className={classes.line}>
            <div className={classes.grow}>
              <SelectField
                control={control}
                name={`benefits.${index}.benefit`}
                label={residentFieldLabels.benefits}
                ariaLabel={words.benefitOf(index + 1)}
                options={options}
              />
            </div>
            <div className={classes.grow}>
              <DateField
                control={control}
                name={`benefits.${index}.fromOn`}
                label={words.fromOn}
                ariaLabel={words.benefitFromOf(index + 1)}
              />
            </div>
            <div className={classes.grow}>
              <DateField
                control={control}
                name={`benefits.${index}.toOn`}
                label={words.toOn}
                ariaLabel={words.benefitToOf(index + 1)}
                placeholder={words.toOnHelp}
              />
            </div>
            <Button
              className={classes.besideField}
              variant="default"
              aria-label={words.removeBenefitOf(index + 1)}
              onClick={() => periods.remove(index)}
            >
              {words.remove}
            </Button>
          </Group>
        ) : (
          <Group key={period.id} gap="md">
            {/* The form's benefits are the codes of the ledger. */}
            <strong>{benefits[period.benefit as Benefit]}</strong>
            <span>{periodText(period)}</span>
            <Text c="dimmed">{words.tagOfOtherField}</Text>
          </Group>
        ),
      )}
      {isOfPost && periods.fields.length < mostBenefits && (
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden="true" />}
          onClick={() => periods.append({ benefit: 'oldAgeAllowance', fromOn: null, toOn: null })}
        >
          {words.addBenefit}
        </Button>
      )}
    </FieldRows>
  )
}
