import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useController, type UseFormReturn } from 'react-hook-form'
import { pickerLabels } from '../../../domain/labels/picker.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { ResidentPicker } from '../../ui/resident-picker.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'

const words = residentLabels.page

interface SpouseFieldProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
  readonly resident: ResidentView | null
}

/** The husband or wife among the residents, chosen by searching. */
export function SpouseField({ form, resident }: SpouseFieldProps) {
  const { field } = useController({ control: form.control, name: 'spouseId' })
  const [isChoosing, setIsChoosing] = useState(false)
  const [picked, setPicked] = useState<ResidentRow | null>(null)
  const name =
    field.value === null
      ? words.noSpouse
      : picked?.id === field.value
        ? picked.name
        : field.value === resident?.spouseId
          ? resident.spouseName || words.removedSpouse
          : words.chosenSpouse
  return (
    <Stack gap="xs" role="group" aria-label={words.spouse}>
      <Text fw={700} size="md">
        {words.spouse}
      </Text>
      <Group gap="sm">
        <Text>{name}</Text>
        <Button variant="default" onClick={() => setIsChoosing(true)}>
          {field.value === null ? words.chooseSpouse : words.changeSpouse}
        </Button>
        {field.value !== null && (
          <Button variant="default" onClick={() => field.onChange(null)}>
            {words.clearSpouse}
          </Button>
        )}
      </Group>
      {isChoosing && (
        <SpouseDialog
          exceptId={resident?.id ?? null}
          onCancel={() => setIsChoosing(false)}
          onChoose={(chosen) => {
            setPicked(chosen)
            field.onChange(chosen.id)
            setIsChoosing(false)
          }}
        />
      )}
    </Stack>
  )
}

interface SpouseDialogProps {
  readonly exceptId: number | null
  readonly onCancel: () => void
  readonly onChoose: (resident: ResidentRow) => void
}

function SpouseDialog({ exceptId, onCancel, onChoose }: SpouseDialogProps) {
  const [chosen, setChosen] = useState<ResidentRow | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  return (
    <FormDialog
      title={words.spouseTitle}
      confirmLabel={words.spouseConfirm}
      cancelLabel={words.keep}
      isBusy={false}
      isDirty={false}
      onCancel={onCancel}
      onSubmit={() => {
        setIsAsked(true)
        if (chosen !== null) onChoose(chosen)
      }}
    >
      <Text>{words.spouseHelp}</Text>
      <ResidentPicker
        label={words.spouseFind}
        chosen={chosen}
        exceptId={exceptId}
        // A marriage lasts when one of the two moves away, and is told of when one has died.
        presence="all"
        problem={isAsked ? pickerLabels.residentMissing : undefined}
        onChoose={setChosen}
      />
    </FormDialog>
  )
}
