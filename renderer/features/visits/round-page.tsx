import { Button, Group, Paper, Stack, Tabs, Text } from '@mantine/core'
import { IconPrinter, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import { visitTaskViews } from '../../../domain/visit.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { RoundProgress } from './round-progress.tsx'
import { VisitListPreview } from './visit-list-preview.tsx'
import { VisitTaskList } from './visit-task-list.tsx'
import { useVisitsStore } from './visits-store.ts'

const words = visitLabels.round
const tabOrder = [
  'pending',
  'recorded',
  'all',
  'removed',
] as const satisfies readonly (typeof visitTaskViews)[number][]

/** One visit round: its counts, its list in walking order, and the way to paper. */
export function RoundPage({ roundId }: { readonly roundId: number }) {
  const [isPreviewing, setIsPreviewing] = useState(false)
  const [isAdding, setIsAdding] = useState(false)
  const { view, announcement, viewChosen, roundShown } = useVisitsStore()
  useEffect(roundShown, [roundShown, roundId])
  const query = useQuery(ledgerQuery('visitRound.get', { id: roundId }))

  if (isPreviewing) return <VisitListPreview roundId={roundId} onBack={() => setIsPreviewing(false)} />
  const round = query.data
  if (round === undefined) {
    return query.error === null ? (
      <Text role="status">{words.loading}</Text>
    ) : (
      <FailureNotice error={query.error} />
    )
  }

  return (
    <Stack gap="md">
      <Link href="/visits">{words.back}</Link>
      <PageHeader title={round.name}>
        <Group>
          <Button
            size="md"
            variant="default"
            leftSection={<IconUserPlus aria-hidden="true" />}
            onClick={() => setIsAdding(true)}
          >
            {words.add}
          </Button>
          <Button
            size="md"
            leftSection={<IconPrinter aria-hidden="true" />}
            onClick={() => setIsPreviewing(true)}
          >
            {words.print}
          </Button>
        </Group>
      </PageHeader>
      <Paper p="lg" withBorder>
        <Text mb="sm">{words.dates(round)}</Text>
        <RoundProgress round={round} />
      </Paper>
      <Text role="status">{announcement}</Text>
      <Paper p="lg" withBorder>
        <Tabs
          value={view}
          onChange={(value) => {
            const chosen = visitTaskViews.find((each) => each === value)
            if (chosen !== undefined) viewChosen(chosen)
          }}
          keepMounted={false}
        >
          <Tabs.List aria-label={words.viewsName}>
            {tabOrder.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {words.views[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabOrder.map((each) => (
            <Tabs.Panel key={each} value={each} pt="md">
              <VisitTaskList roundId={round.id} view={each} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Paper>
      {isAdding && <AddPersonDialog roundId={round.id} onClose={() => setIsAdding(false)} />}
    </Stack>
  )
}
