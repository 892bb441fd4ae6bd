import { Button, Group, Text } from '@mantine/core'
import { IconEye, IconEyeOff, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { revealGroupLabels, revealLabels } from '../../../domain/labels/reveal.zh.ts'
import { mayReveal } from '../../../domain/record-access.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { useReveal } from '../../ledger/use-reveal.ts'
import { FieldRows } from '../../ui/form/field-rows.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { PhoneRow } from './phone-row.tsx'
import { blankPhone } from './resident-form-rows.ts'
import { type ResidentFormValues } from './resident-form-schema.ts'

const words = residentLabels.page
const mostPhones = 10

interface ResidentPhonesProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
  readonly resident: ResidentView | null
}

/** Any number of telephones, each with a word about whose it is; those of the ledger are masked until asked for. */
export function ResidentPhones({ form, resident }: ResidentPhonesProps) {
  const { control } = form
  const actor = useReadyState()?.actor
  const phones = useFieldArray({ control, name: 'phones' })
  const [isAsking, setIsAsking] = useState(false)
  const numbers = useReveal(resident?.id ?? 0, 'phones')
  const shownOf = (handle: string) =>
    numbers.revealed?.numbers[resident?.phones.findIndex((phone) => phone.handle === handle) ?? -1] ?? null
  const hasMasked = phones.fields.some(({ handle }) => handle !== '')
  const isShown = numbers.revealed !== null

  return (
    <FieldRows title={words.contact} emptySentence={words.noPhones} isEmpty={phones.fields.length === 0}>
      {phones.fields.map((phone, index) => (
        <PhoneRow
          key={phone.id}
          control={control}
          register={form.register}
          index={index}
          phone={phone}
          shownNumber={shownOf(phone.handle)}
          onChange={() =>
            phones.update(index, {
              ...blankPhone,
              number: shownOf(phone.handle) ?? '',
              owner: form.getValues(`phones.${index}.owner`),
              isEmergency: form.getValues(`phones.${index}.isEmergency`),
              note: form.getValues(`phones.${index}.note`),
            })
          }
          onRemove={() => phones.remove(index)}
        />
      ))}
      <Group gap="md">
        {phones.fields.length < mostPhones && (
          <Button
            variant="default"
            leftSection={<IconPlus aria-hidden="true" />}
            onClick={() => phones.append(blankPhone)}
          >
            {words.addPhone}
          </Button>
        )}
        {hasMasked && actor !== undefined && mayReveal(actor, 'phones') && (
          <Button
            variant="default"
            leftSection={isShown ? <IconEyeOff aria-hidden="true" /> : <IconEye aria-hidden="true" />}
            onClick={() => {
              if (isShown) numbers.hide()
              else setIsAsking(true)
            }}
          >
            {isShown ? words.hidePhones : words.showPhones}
          </Button>
        )}
        {isShown && <Text c="dimmed">{revealLabels.hiddenSoon}</Text>}
      </Group>
      {isAsking && resident !== null && (
        <RevealDialog
          title={revealLabels.title(revealGroupLabels.phones, resident.name)}
          isBusy={numbers.isAsking}
          error={numbers.error}
          onCancel={() => {
            numbers.forgetError()
            setIsAsking(false)
          }}
          onConfirm={(reason) => numbers.ask(reason, () => setIsAsking(false))}
        />
      )}
    </FieldRows>
  )
}
