import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useController, type UseFormReturn } from 'react-hook-form'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { revealLabels } from '../../../domain/labels/reveal.zh.ts'
import { mayReveal } from '../../../domain/record-access.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { useReveal } from '../../ledger/use-reveal.ts'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page

interface MaskedIdNumberProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
  readonly resident: ResidentView
  /** With the number that is shown at the moment, or nothing. */
  readonly onChange: (shownNumber: string) => void
}

/** The number the ledger keeps: masked, shown for a while to who says why, replaced on demand. */
export function MaskedIdNumber({ form, resident, onChange }: MaskedIdNumberProps) {
  const actor = useReadyState()?.actor
  const [isAsking, setIsAsking] = useState(false)
  const number = useReveal(resident.id, 'idNumber')
  // It is a field too: a problem with it must find somewhere to put the focus.
  const {
    field: { ref },
    fieldState,
  } = useController({ control: form.control, name: 'idNumber' })
  if (actor === undefined) return null
  const shown = number.revealed?.idNumber ?? null
  return (
    <div>
      <Group gap="xs" align="flex-end">
        <TextInput
          className={classes.wholeNumber}
          label={residentFieldLabels.idNumber}
          ref={ref}
          readOnly
          value={shown ?? resident.idNumberMasked}
          error={fieldState.error?.message}
        />
        {mayReveal(actor, 'idNumber') && (
          <>
            <Button
              variant="default"
              px="sm"
              aria-label={shown === null ? words.showIdNumberName : words.hideIdNumberName}
              onClick={() => {
                if (shown === null) setIsAsking(true)
                else number.hide()
              }}
            >
              {shown === null ? words.show : words.hide}
            </Button>
            <Button
              variant="default"
              px="sm"
              aria-label={words.changeIdNumberName}
              onClick={() => onChange(shown ?? '')}
            >
              {words.change}
            </Button>
          </>
        )}
      </Group>
      {shown !== null && (
        <Text size="sm" c="dimmed">
          {revealLabels.hiddenSoon}
        </Text>
      )}
      {isAsking && (
        <RevealDialog
          title={revealLabels.title(residentFieldLabels.idNumber, resident.name)}
          isBusy={number.isAsking}
          error={number.error}
          onCancel={() => {
            number.forgetError()
            setIsAsking(false)
          }}
          onConfirm={(reason) => number.ask(reason, () => setIsAsking(false))}
        />
      )}
    </div>
  )
}
