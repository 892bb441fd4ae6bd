import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { revealLabels } from '../../../domain/labels/reveal.zh.ts'
import { sealedLabels } from '../../../domain/labels/sealed.zh.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import type { SealedMatter } from '../../../domain/sealed-matter.ts'
import { useReveal } from '../../ledger/use-reveal.ts'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { kindsToSeal, SealDialog } from './seal-dialog.tsx'
import { SealedForm } from './sealed-form.tsx'
import { UnsealDialog } from './unseal-dialog.tsx'

const words = sealedLabels

interface SealedCardProps {
  readonly resident: ResidentView
  readonly onChanged: (view: ResidentView) => void
}

/** What only those see of a person who answer for it: nothing, not even whether there is something, before they say why. */
export function SealedCard({ resident, onChanged }: SealedCardProps) {
  const [isAsking, setIsAsking] = useState(false)
  const [isDirty, setIsDirty] = useState(false)
  const [isSealing, setIsSealing] = useState(false)
  const [unsealed, setUnsealed] = useState<SealedMatter | null>(null)
  const [sentence, setSentence] = useState<string | null>(null)
  const sealed = useReveal(resident.id, 'sealedMatter', isDirty || unsealed !== null)
  const follow = (view: ResidentView, done: string) => {
    setIsSealing(false)
    setUnsealed(null)
    // What is shown is not how it is any more.
    sealed.hide()
    setSentence(done)
    onChanged(view)
  }
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="xs">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm">
        {words.hint}
      </Text>
      <SuccessNotice sentence={sentence} />
      {sealed.revealed === null ? (
        <Group gap="sm">
          <Button variant="default" onClick={() => setIsAsking(true)}>
            {words.show}
          </Button>
          {kindsToSeal(resident).length > 0 && (
            <Button variant="default" onClick={() => setIsSealing(true)}>
              {words.seal.open}
            </Button>
          )}
        </Group>
      ) : (
        <>
          <SealedForm
            residentId={resident.id}
            stored={sealed.revealed.matters}
            onDirty={setIsDirty}
            onUnseal={setUnsealed}
          />
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
          onConfirm={(reason) =>
            sealed.ask(reason, () => {
              setSentence(null)
              setIsAsking(false)
            })
          }
        />
      )}
      {isSealing && <SealDialog resident={resident} onCancel={() => setIsSealing(false)} onSealed={follow} />}
      {unsealed !== null && (
        <UnsealDialog
          resident={resident}
          matter={unsealed}
          onCancel={() => setUnsealed(null)}
          onUnsealed={follow}
        />
      )}
    </Paper>
  )
}
