import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { chineseDate } from '../../../domain/labels/paper.zh.ts'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import type { VisitRound } from '../../../domain/visit.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CreateRoundForm } from './create-round-form.tsx'
import { RoundProgress } from './round-progress.tsx'
import classes from './visits.module.css'

const words = visitLabels.rounds

interface RoundsPageProps {
  /** The form for a new round was left half filled in and is wanted again. */
  readonly isCreatingAtFirst: boolean
}

/** All visit rounds with their progress, and the way to open a new one. */
export function RoundsPage({ isCreatingAtFirst }: RoundsPageProps) {
  const [isCreating, setIsCreating] = useState(isCreatingAtFirst)
  const createButton = useRef<HTMLButtonElement>(null)
  const wasCreating = useRef(isCreating)
  useEffect(() => {
    // The form that had the focus is gone.
    if (wasCreating.current && !isCreating) createButton.current?.focus()
    wasCreating.current = isCreating
  }, [isCreating])
  const mayCreate = useMay('visitRound.create')
  const rounds = useQuery(ledgerQuery('visitRound.list', {}))

  return (
    <Stack gap="lg">
      <PageHeader title={words.title}>
        {!isCreating && mayCreate && (
          <Button
            ref={createButton}
            size="md"
            leftSection={<IconPlus aria-hidden="true" />}
            onClick={() => setIsCreating(true)}
          >
            {words.create}
          </Button>
        )}
      </PageHeader>
      <Text>{words.help}</Text>
      <FailureNotice error={rounds.error} />
      {isCreating && (
        <CreateRoundForm
          onCancel={() => setIsCreating(false)}
          onCreated={(round) => leaveTo(`/visits/${round.id}`)}
        />
      )}
      {rounds.data?.length === 0 && !isCreating && (
        <Paper p="xl" withBorder>
          <Title order={2} size="h3">
            {words.empty}
          </Title>
          <Text mt="sm">{words.emptyHelp}</Text>
        </Paper>
      )}
      {rounds.data !== undefined && rounds.data.length > 0 && (
        <ul className={classes.rounds} aria-label={words.caption}>
          {rounds.data.map((round) => (
            <li key={round.id}>
              <RoundCard round={round} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}

function RoundCard({ round }: { readonly round: VisitRound }) {
  return (
    <Paper p="lg" withBorder className={classes.roundCard}>
      <div className={classes.roundHead}>
        <div>
          <Title order={2} size="h3">
            {round.name}
          </Title>
          <Text>{words.dates(chineseDate(round.festivalOn), chineseDate(round.cutoffOn))}</Text>
        </div>
        <Button
          component={Link}
          href={`/visits/${round.id}`}
          variant="light"
          size="md"
          aria-label={words.open(round.name)}
        >
          {words.openShort}
        </Button>
      </div>
      <RoundProgress round={round} />
    </Paper>
  )
}
