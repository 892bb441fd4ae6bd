import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lifeEventLabels, lifeLabels } from '../../../domain/labels/life.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { Life, LifeEventKind } from '../../../domain/life-event.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { LifeEventDialog } from './life-event-dialog.tsx'
import classes from './resident-page.module.css'

const words = lifeLabels.card

interface LifeCardProps {
  readonly resident: ResidentView
  readonly onChanged: (view: ResidentView) => void
}

/** Where the person is, what happened, and what may be written down next. */
export function LifeCard({ resident, onChanged }: LifeCardProps) {
  const life = useQuery(ledgerQuery('life.get', { id: resident.id }))
  const mayRecord = useMay('life.record')
  const [recording, setRecording] = useState<LifeEventKind | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)
  const withdrawing = useMutation({
    mutationFn: () => ask('life.withdraw', { id: resident.id }),
    onSuccess: (view) => {
      setNotice(words.undone(withdrawnKind))
      setIsAsking(false)
      onChanged(view)
    },
    onError: () => setIsAsking(false),
  })
  const last = life.data?.events.find(({ id }) => id === life.data.withdrawableId)
  const withdrawnKind = last === undefined ? '' : lifeEventLabels[last.kind]
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="xs">
        {words.title}
      </Title>
      <Text fw={600}>{words.now(residentLabels.presence[resident.presence])}</Text>
      <SuccessNotice sentence={notice} />
      <FailureNotice error={life.error ?? withdrawing.error} />
      {life.data !== undefined && <LifeEvents life={life.data} />}
      {mayRecord && life.data !== undefined && (
        <Group gap="xs" mt="sm">
          {life.data.nextKinds.map((kind) => (
            <Button key={kind} variant="default" size="sm" onClick={() => setRecording(kind)}>
              {words.record(lifeEventLabels[kind])}
            </Button>
          ))}
          {last !== undefined && (
            <Button
              variant="default"
              size="sm"
              loading={withdrawing.isPending}
              // A report that proved wrong goes with one click: every hour it stands hides somebody who lives.
              onClick={() => {
                if (last.kind === 'deathReported') withdrawing.mutate()
                else setIsAsking(true)
              }}
            >
              {words.withdraw(lifeEventLabels[last.kind])}
            </Button>
          )}
        </Group>
      )}
      {recording !== null && (
        <LifeEventDialog
          resident={resident}
          kind={recording}
          onCancel={() => setRecording(null)}
          onRecorded={(view) => {
            setNotice(words.done(lifeEventLabels[recording]))
            setRecording(null)
            onChanged(view)
          }}
        />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={words.withdrawTitle(withdrawnKind)}
        text={words.withdrawText}
        confirmLabel={words.withdrawConfirm}
        cancelLabel={words.keep}
        isBusy={withdrawing.isPending}
        onConfirm={() => withdrawing.mutate()}
        onCancel={() => setIsAsking(false)}
      />
    </Paper>
  )
}

function LifeEvents({ life }: { readonly life: Life }) {
  if (life.events.length === 0) return <Text c="dimmed">{words.empty}</Text>
  return (
    <ul className={classes.people}>
      {life.events.map((event) => (
        <li key={event.id} className={classes.person}>
          <Stack gap={0}>
            <strong className={event.withdrawnAt === null ? undefined : classes.withdrawn}>
              {words.event(lifeEventLabels[event.kind], event.happenedOn)}
            </strong>
            {event.place !== '' && <span>{words.place(event.place)}</span>}
            {event.note !== '' && <span>{event.note}</span>}
            <Text c="dimmed" size="sm">
              {event.withdrawnBy === null
                ? words.recordedBy(event.staffName)
                : words.withdrawn(event.withdrawnBy)}
            </Text>
          </Stack>
        </li>
      ))}
    </ul>
  )
}
