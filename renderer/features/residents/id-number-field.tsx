import { Anchor, Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useController, type UseFormReturn, useWatch } from 'react-hook-form'
import { Link } from 'wouter'
import { type CalendarDate, isCalendarDate } from '../../../domain/calendar-date.ts'
import { checkDocumentNumber, classifyIdNumber, normaliseIdNumber } from '../../../domain/id-number.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { IdNumberHints } from './id-number-hints.tsx'
import { MaskedIdNumber } from './masked-id-number.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'

const words = residentLabels.page

interface IdNumberFieldProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
  readonly resident: ResidentView | null
  readonly todayOn: CalendarDate
}

/** The document number: masked and kept by the ledger, or typed, filling birth date and sex, naming who has it already. */
export function IdNumberField({ form, resident, todayOn }: IdNumberFieldProps) {
  const [leftNumber, setLeftNumber] = useState('')
  const [idNumber, idDocumentType, birthWhen, sex] = useWatch({
    control: form.control,
    name: ['idNumber', 'idDocumentType', 'birthWhen', 'sex'],
  })
  const {
    field: { value: isKept, onChange: setIsKept },
  } = useController({ control: form.control, name: 'isIdNumberKept' })
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

  if (isKept && resident !== null) {
    return (
      <MaskedIdNumber
        form={form}
        resident={resident}
        onChange={(shownNumber) => {
          form.setValue('idNumber', shownNumber, { shouldDirty: true })
          setIsKept(false)
        }}
      />
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
      {isChecked && (
        <IdNumberHints
          documentType={idDocumentType}
          idNumber={leftNumber}
          known={{
            birthOn: birthWhen !== null && isCalendarDate(birthWhen) ? birthWhen : null,
            sex: sex === '1' || sex === '2' ? sex : null,
          }}
          todayOn={todayOn}
          onChosen={(chosen) => {
            form.setValue('idNumber', chosen, { shouldDirty: true, shouldValidate: true })
            fillFrom(chosen)
            setLeftNumber(chosen)
          }}
        />
      )}
      {resident !== null && resident.idNumberMasked !== '' && (
        <Group>
          <Button
            variant="default"
            aria-label={words.keepIdNumberName}
            onClick={() => {
              form.setValue('idNumber', '', { shouldDirty: true })
              form.clearErrors('idNumber')
              setIsKept(true)
            }}
          >
            {words.keep}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
