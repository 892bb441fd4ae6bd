import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useController, type UseFormReturn, useWatch } from 'react-hook-form'
import { Link } from 'wouter'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { checkDocumentNumber, classifyIdNumber, normaliseIdNumber } from '../../../domain/id-number.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { maskIdNumber } from '../../../domain/mask.ts'
import type { Resident, ResidentDraft } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page

interface IdNumberFieldProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentDraft>
  readonly resident: Resident | null
  readonly todayOn: CalendarDate
}

/** The document number: hidden until asked for, filling birth date and sex, naming who has it already. */
export function IdNumberField({ form, resident, todayOn }: IdNumberFieldProps) {
  const [isShown, setIsShown] = useState(resident === null || resident.idNumber === '')
  const [leftNumber, setLeftNumber] = useState('')
  const [idNumber, idDocumentType] = useWatch({ control: form.control, name: ['idNumber', 'idDocumentType'] })
  // The hidden number is a field too: a problem with it must find somewhere to put the focus.
  const {
    field: { ref },
    fieldState,
  } = useController({ control: form.control, name: 'idNumber' })
  const isChecked = leftNumber !== '' && leftNumber === normaliseIdNumber(idNumber)
  const { data: owner } = useQuery({
    ...ledgerQuery('resident.idNumberOwner', { idNumber: leftNumber, exceptId: resident?.id ?? null }),
    enabled: isChecked && checkDocumentNumber(idDocumentType, leftNumber, todayOn).ok,
    gcTime: 0,
  })
  const foundOwner = isChecked ? (owner ?? null) : null

  const fillFrom = (text: string) => {
    const reading = classifyIdNumber(text, todayOn)
    if (!reading.ok) return
    const option = { shouldDirty: true, shouldValidate: true }
    form.setValue('idDocumentType', reading.documentType, option)
    if (reading.birthOn !== null) form.setValue('birthWhen', reading.birthOn, option)
    if (reading.sex !== null) form.setValue('sex', reading.sex, option)
  }

  if (!isShown) {
    return (
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          className={classes.grow}
          label={residentFieldLabels.idNumber}
          ref={ref}
          readOnly
          value={maskIdNumber(idNumber)}
          error={fieldState.error?.message}
        />
        <Button
          variant="default"
          px="sm"
          aria-label={words.showIdNumberName}
          onClick={() => setIsShown(true)}
        >
          {words.showIdNumber}
        </Button>
      </Group>
    )
  }
  return (
    <Stack gap="xs">
      <TextField
        control={form.control}
        name="idNumber"
        label={residentFieldLabels.idNumber}
        help={words.idNumberHelp}
        maxLength={40}
        isRequired={idDocumentType !== 'none'}
        problem={foundOwner === null ? undefined : words.ownerExists(foundOwner.name)}
        onTyped={fillFrom}
        onLeft={(text) => setLeftNumber(normaliseIdNumber(text))}
      />
      {foundOwner !== null && (
        <Anchor component={Link} href={`/residents/${foundOwner.id}`}>
          {words.ownerLink(foundOwner.name)}
        </Anchor>
      )}
    </Stack>
  )
}
