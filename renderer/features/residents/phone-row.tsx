import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import type { Control, UseFormRegister } from 'react-hook-form'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentChange } from '../../../domain/resident-view.ts'
import { labelProps } from '../../ui/form/field-props.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { type PhoneValues } from './resident-form-rows.ts'
import { type ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page

interface PhoneRowProps {
  readonly control: Control<ResidentFormValues, unknown, ResidentChange>
  readonly register: UseFormRegister<ResidentFormValues>
  readonly index: number
  readonly phone: PhoneValues
  /** The whole number while it may be seen. */
  readonly shownNumber: string | null
  readonly onChange: () => void
  readonly onRemove: () => void
}

/** One telephone: the ledger's, whose number is only looked at, or one that is typed. */
export function PhoneRow({
  control,
  register,
  index,
  phone,
  shownNumber,
  onChange,
  onRemove,
}: PhoneRowProps) {
  const isKept = phone.handle !== ''
  return (
    <Group gap="md" align="flex-start" className={classes.line}>
      <div className={classes.grow}>
        {isKept ? (
          <TextInput
            {...labelProps(words.phoneNumber, words.phoneNumberOf(index + 1))}
            readOnly
            value={shownNumber ?? phone.numberMasked}
          />
        ) : (
          <TextField
            control={control}
            name={`phones.${index}.number`}
            label={words.phoneNumber}
            ariaLabel={words.phoneNumberOf(index + 1)}
            inputMode="tel"
            maxLength={40}
          />
        )}
      </div>
      <div className={classes.grow}>
        <TextField
          control={control}
          name={`phones.${index}.owner`}
          label={words.phoneOwner}
          ariaLabel={words.phoneOwnerOf(index + 1)}
          placeholder={words.phoneOwnerPlaceholder}
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
      <Checkbox
        className={classes.besideField}
        size="md"
        label={words.emergency}
        aria-label={words.emergencyOf(index + 1)}
        {...register(`phones.${index}.isEmergency`)}
      />
      {isKept && (
        <Button
          className={classes.besideField}
          variant="default"
          aria-label={words.changePhoneOf(index + 1)}
          onClick={onChange}
        >
          {words.change}
        </Button>
      )}
      <Button
        className={classes.besideField}
        variant="default"
        aria-label={words.removePhoneOf(index + 1)}
        onClick={onRemove}
      >
        {words.remove}
      </Button>
    </Group>
  )
}
