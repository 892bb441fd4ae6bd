import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { careTags, type CareTag } from '../../../domain/codes/care-tag.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { periodText } from '../../../domain/labels/resident-text.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { writableCareTags } from '../../../domain/record-access.ts'
import type { ResidentChange } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FieldRows } from '../../ui/form/field-rows.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { LongTextField } from '../../ui/form/text-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page
const everyTag = codeOptions(careTags)
const mostTags = 40

interface ResidentCareTagsProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
}

/** Why the committee looks after the person, and since when; the note ends the form. */
export function ResidentCareTags({ form }: ResidentCareTagsProps) {
  const { control } = form
  const tags = useFieldArray({ control, name: 'careTags' })
  const actor = useReadyState()?.actor
  if (actor === undefined) return null
  const writable: readonly string[] = writableCareTags(actor)
  const ownTags = everyTag.filter(([code]) => writable.includes(code))
  return (
    <>
      <FieldRows title={words.care} emptySentence={words.noCareTags} isEmpty={tags.fields.length === 0}>
        {tags.fields.map((tag, index) =>
          isOfOtherField(tag.careTag, ownTags) ? (
            <OtherFieldsTag key={tag.id} tag={tag} />
          ) : (
            <Group key={tag.id} gap="md" align="flex-start" className={classes.line}>
              <div className={classes.grow}>
                <SelectField
                  control={control}
                  name={`careTags.${index}.careTag`}
                  label={residentFieldLabels.careTags}
                  ariaLabel={words.careTagOf(index + 1)}
                  options={ownTags}
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
          ),
        )}
        {tags.fields.length < mostTags && (
          <Button
            variant="default"
            leftSection={<IconPlus aria-hidden="true" />}
            onClick={() => tags.append({ careTag: ownTags[0]?.[0] ?? '', fromOn: null, toOn: null })}
          >
            {words.addCareTag}
          </Button>
        )}
      </FieldRows>
      <LongTextField control={control} name="note" label={residentFieldLabels.note} />
    </>
  )
}

function isOfOtherField(careTag: string, ownTags: readonly (readonly [string, string])[]): boolean {
  return !ownTags.some(([code]) => code === careTag)
}

interface OtherFieldsTagProps {
  readonly tag: ResidentFormValues['careTags'][number]
}

/** What another post entitles the person to: shown, and sent back as it is. */
function OtherFieldsTag({ tag }: OtherFieldsTagProps) {
  const period = periodText(tag)
  return (
    <Group gap="md">
      {/* The form's tags are the codes of the ledger. */}
      <strong>{careTags[tag.careTag as CareTag]}</strong>
      {period !== '' && <span>{period}</span>}
      <Text c="dimmed">{words.tagOfOtherField}</Text>
    </Group>
  )
}
