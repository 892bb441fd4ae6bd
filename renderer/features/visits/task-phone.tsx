import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { revealGroupLabels, revealLabels } from '../../../domain/labels/reveal.zh.ts'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import { mayReveal } from '../../../domain/record-access.ts'
import type { VisitTask } from '../../../domain/visit.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { useReveal } from '../../ledger/use-reveal.ts'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'

const words = visitLabels.round

/** How to reach a person of the round: masked, and shown for a while to who says why. */
export function TaskPhone({ task }: { readonly task: VisitTask }) {
  const actor = useReadyState()?.actor
  const [isAsking, setIsAsking] = useState(false)
  const numbers = useReveal(task.residentId, 'phones')
  if (task.phoneMasked === '') return <Text>{words.noPhone}</Text>
  const shown = numbers.revealed?.numbers
  return (
    <>
      <Group gap="xs">
        <Text>{shown === undefined ? task.phoneMasked : shown.join(words.phoneSeparator)}</Text>
        {shown === undefined && actor !== undefined && mayReveal(actor, 'phones') && (
          <Button
            size="compact-md"
            variant="subtle"
            aria-label={words.showPhoneOf(task.residentName)}
            onClick={() => setIsAsking(true)}
          >
            {words.showPhone}
          </Button>
        )}
      </Group>
      {isAsking && (
        <RevealDialog
          title={revealLabels.title(revealGroupLabels.phones, task.residentName)}
          isBusy={numbers.isAsking}
          error={numbers.error}
          onCancel={() => {
            numbers.forgetError()
            setIsAsking(false)
          }}
          onConfirm={(reason) => numbers.ask(reason, () => setIsAsking(false))}
        />
      )}
    </>
  )
}
