import { Button, Group, Paper, Stack, Tabs, Text } from '@mantine/core'
import { IconPrinter, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import { visitTaskViews } from '../../../domain/visit.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { RoundProgress } from './round-progress.tsx'
import { VisitListPreview } from './visit-list-preview.tsx'
import { VisitTaskList } from './visit-task-list.tsx'
import { usePastVisitor } from './use-past-visitor.ts'
import classes from './visits.module.css'
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
  const mayAdd = useMay('visitTask.add')
  const mayPrint = useMay('paper.visitList')
  const { view, announcement, viewChosen, roundShown } = useVisitsStore()
  useEffect(roundShown, [roundShown, roundId])
  usePastVisitor(roundId)
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
    <Stack gap="md" className={classes.fill}>
      <PageHeader title={round.name}>
        <Group gap="sm">
          <Button component={Link} href="/visits" size="md" variant="subtle">
            {words.back}
          </Button>
          {mayAdd && (
            <Button
              size="md"
              variant="default"
              leftSection={<IconUserPlus aria-hidden="true" />}
              onClick={() => setIsAdding(true)}
            >
              {words.add}
            </Button>
          )}
          {mayPrint && (
            <Button
              size="md"
              leftSection={<IconPrinter aria-hidden="true" />}
              onClick={() => setIsPreviewing(true)}
            >
              {words.print}
            </Button>
          )}
        </Group>
      </PageHeader>
      <Paper px="lg" py="sm" withBorder>
        <RoundProgress round={round} note={words.dates(round)} />
      </Paper>
      <Paper px="lg" pt="xs" pb="md" withBorder className={classes.fill}>
        <Tabs
          className={classes.fill}
          value={view}
          onChange={(value) => {
            const chosen = visitTaskViews.find((each) => each === value)
            if (chosen !== undefined) viewChosen(chosen)
          }}
          keepMounted={false}
        >
          <div className={classes.tabLine}>
            <Tabs.List aria-label={words.viewsName}>
              {tabOrder.map((each) => (
                <Tabs.Tab key={each} value={each} fz="md">
                  {words.views[each]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Text role="status" fw={600}>
              {announcement}
            </Text>
          </div>
          {tabOrder.map((each) => (
            <Tabs.Panel key={each} value={each} pt="xs" className={classes.fill}>
              <VisitTaskList roundId={round.id} view={each} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Paper>
      {isAdding && <AddPersonDialog roundId={round.id} onClose={() => setIsAdding(false)} />}
    </Stack>
  )
}
