import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { careTags } from '../../../domain/codes/care-tag.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentDraft } from '../../../domain/resident.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FieldRows } from '../../ui/form/field-rows.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { LongTextField } from '../../ui/form/text-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page
const tagOptions = codeOptions(careTags)
const mostTags = 40

interface ResidentCareTagsProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentDraft>
}

/** Why the committee looks after the person, and since when; the note ends the form. */
export function ResidentCareTags({ form }: ResidentCareTagsProps) {
  const { control } = form
  const tags = useFieldArray({ control, name: 'careTags' })
  return (
    <>
      <FieldRows title={words.care} emptySentence={words.noCareTags} isEmpty={tags.fields.length === 0}>
        {tags.fields.map((tag, index) => (
          <Group key={tag.id} gap="md" align="flex-start" className={classes.line}>
            <div className={classes.grow}>
              <SelectField
                control={control}
                name={`careTags.${index}.careTag`}
                label={residentFieldLabels.careTags}
                ariaLabel={words.careTagOf(index + 1)}
                options={tagOptions}
              />
            </div>
            <div className={classes.grow}>
              <DateField
                control={control}
                name={`careTags.${index}.fromOn`}
                label={words.fromOn}
                ariaLabel={words.fromOnOf(index + 1)}
              />
            </div>
            <div className={classes.grow}>
              <DateField
                control={control}
                name={`careTags.${index}.toOn`}
                label={words.toOn}
                ariaLabel={words.toOnOf(index + 1)}
                placeholder={words.toOnHelp}
              />
            </div>
            <Button
              className={classes.besideField}
              variant="default"
              aria-label={words.removeCareTagOf(index + 1)}
              onClick={() => tags.remove(index)}
            >
              {words.remove}
            </Button>
          </Group>
        ))}
        {tags.fields.length < mostTags && (
          <Button
            variant="default"
            leftSection={<IconPlus aria-hidden="true" />}
            onClick={() => tags.append({ careTag: tagOptions[0]?.[0] ?? '', fromOn: null, toOn: null })}
          >
            {words.addCareTag}
          </Button>
        )}
      </FieldRows>
      <LongTextField control={control} name="note" label={residentFieldLabels.note} />
    </>
  )
}
