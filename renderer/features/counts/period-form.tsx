import { Button, Group, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { parseTypedDate } from '../../../domain/calendar-date.ts'
import { countLabels } from '../../../domain/labels/count.zh.ts'
import type { SheetPeriod } from '../../../domain/population-sheet.ts'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { FormFrame } from '../../ui/form/form-frame.tsx'

const words = countLabels

interface PeriodFormProps {
  /** What stands in the fields at first. */
  readonly first: SheetPeriod
  readonly onChosen: (period: SheetPeriod) => void
}

/** The day that people are counted on, and since when changes are told. */
export function PeriodForm({ first, onChosen }: PeriodFormProps) {
  const [reference, setReference] = useState<string>(first.referenceOn)
  const [from, setFrom] = useState<string>(first.fromOn)
  const [problems, setProblems] = useState<{ readonly reference?: string; readonly from?: string }>({})
  const fields = useRef<HTMLDivElement>(null)
  const submit = () => {
    const [referenceOn, fromOn] = [parseTypedDate(reference), parseTypedDate(from)]
    const isBackward = referenceOn.ok && fromOn.ok && fromOn.date > referenceOn.date
    setProblems({
      ...(referenceOn.ok ? {} : { reference: words.dateMissing }),
      ...(fromOn.ok ? {} : { from: words.dateMissing }),
      ...(isBackward ? { from: words.fromLater } : {}),
    })
    focusInvalid(fields.current)
    if (!referenceOn.ok || !fromOn.ok || isBackward) return
    onChosen({ referenceOn: referenceOn.date, fromOn: fromOn.date })
  }
  return (
    <FormFrame label={words.title} onSubmit={submit}>
      <Group ref={fields} align="flex-start" gap="md">
        <TextInput
          label={words.referenceOn}
          maxLength={20}
          autoComplete="off"
          value={reference}
          error={problems.reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <TextInput
          label={words.fromOn}
          maxLength={20}
          autoComplete="off"
          value={from}
          error={problems.from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Button type="submit" mt="1.7rem">
          {words.show}
        </Button>
      </Group>
    </FormFrame>
  )
}
