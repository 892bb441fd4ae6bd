import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentDraft } from '../../../domain/resident.ts'
import { FieldRows } from '../../ui/form/field-rows.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page
const mostPhones = 10

interface ResidentPhonesProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentDraft>
}

/** Any number of telephones, each with a word about whose it is. */
export function ResidentPhones({ form }: ResidentPhonesProps) {
  const { control } = form
  const phones = useFieldArray({ control, name: 'phones' })
  return (
    <FieldRows title={words.contact} emptySentence={words.noPhones} isEmpty={phones.fields.length === 0}>
      {phones.fields.map((phone, index) => (
        <Group key={phone.id} gap="md" align="flex-start" className={classes.line}>
          <div className={classes.grow}>
            <TextField
              control={control}
              name={`phones.${index}.number`}
              label={words.phoneNumber}
              ariaLabel={words.phoneNumberOf(index + 1)}
              inputMode="tel"
              maxLength={40}
            />
          </div>
          <div className={classes.grow}>
            <TextField
              control={control}
              name={`phones.${index}.note`}
              label={words.phoneNote}
              ariaLabel={words.phoneNoteOf(index + 1)}
              placeholder={words.phoneNotePlaceholder}
              maxLength={60}
            />
          </div>
          <Button
            className={classes.besideField}
            variant="default"
            aria-label={words.removePhoneOf(index + 1)}
            onClick={() => phones.remove(index)}
          >
            {words.remove}
          </Button>
        </Group>
      ))}
      {phones.fields.length < mostPhones && (
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden="true" />}
          onClick={() => phones.append({ number: '', note: '' })}
        >
          {words.addPhone}
        </Button>
      )}
    </FieldRows>
  )
}
