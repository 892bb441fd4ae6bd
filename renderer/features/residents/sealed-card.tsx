import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { revealLabels } from '../../../domain/labels/reveal.zh.ts'
import { sealedLabels } from '../../../domain/labels/sealed.zh.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { useReveal } from '../../ledger/use-reveal.ts'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { SealedForm } from './sealed-form.tsx'

const words = sealedLabels

/** What only the sealed circle sees of a person: nothing, not even whether there is something, before they say why. */
export function SealedCard({ resident }: { readonly resident: ResidentView }) {
  const [isAsking, setIsAsking] = useState(false)
  const [isDirty, setIsDirty] = useState(false)
  const sealed = useReveal(resident.id, 'sealedMatter', isDirty)
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="xs">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm">
        {words.hint}
      </Text>
      {sealed.revealed === null ? (
        <Button variant="default" onClick={() => setIsAsking(true)}>
          {words.show}
        </Button>
      ) : (
        <>
          <SealedForm residentId={resident.id} stored={sealed.revealed.matters} onDirty={setIsDirty} />
          <Group mt="md">
            <Button variant="default" disabled={isDirty} onClick={sealed.hide}>
              {words.hide}
            </Button>
          </Group>
        </>
      )}
      {isAsking && (
        <RevealDialog
          title={revealLabels.sealedTitle(resident.name)}
          isBusy={sealed.isAsking}
          error={sealed.error}
          onCancel={() => {
            sealed.forgetError()
            setIsAsking(false)
          }}
          onConfirm={(reason) => sealed.ask(reason, () => setIsAsking(false))}
        />
      )}
    </Paper>
  )
}
