import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { BuildingView } from '../../../domain/building.ts'
import { buildingLabels } from '../../../domain/labels/building.zh.ts'
import { useMay, useReadyState } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RegisterList } from '../../ui/register/register-list.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { BuildingAreas } from './building-areas.tsx'
import { AliasesDialog, DemolishDialog, MergeDialog, RenameDialog } from './building-dialogs.tsx'
import { BuildingDoors } from './building-doors.tsx'
import { rememberBuildingNotice, useBuildingsStore } from './buildings-store.ts'
import { useBuildingChange } from './use-building-change.ts'
import classes from './buildings.module.css'

const words = buildingLabels.page

interface BuildingPageProps {
  readonly buildingId: number
}

/** One building: its names, units, heads and doors. */
export function BuildingPage({ buildingId }: BuildingPageProps) {
  const todayOn = useReadyState()?.todayOn
  const { data: building, error } = useQuery(ledgerQuery('building.get', { id: buildingId }))
  return (
    <Stack gap="md" className={classes.one}>
      <Anchor component={Link} href="/buildings" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <FailureNotice error={error} />
      {building === undefined && error === null && <p role="status">{words.loading}</p>}
      {building !== undefined && todayOn !== undefined && <Known building={building} todayOn={todayOn} />}
    </Stack>
  )
}

type Task = 'rename' | 'aliases' | 'merge' | 'demolish'

function Known({ building, todayOn }: { readonly building: BuildingView; readonly todayOn: string }) {
  const mayChange = useMay('building.rename')
  const [task, setTask] = useState<Task | null>(null)
  const [notice, setNotice] = useState(() => useBuildingsStore.getState().notice)
  useEffect(() => rememberBuildingNotice(null), [])
  const done = (sentence: string) => {
    setTask(null)
    setNotice(sentence)
  }
  const standing = useBuildingChange(
    () => ask('building.setDemolished', { id: building.id, revision: building.revision, demolishedOn: null }),
    () => done(words.saved),
  )
  const shared = { building, onCancel: () => setTask(null) }
  const [whole, ...units] = building.units
  return (
    <>
      <PageHeader title={building.name}>
        {mayChange && (
          <Group gap="sm">
            <Button variant="default" onClick={() => setTask('rename')}>
              {words.rename}
            </Button>
            <Button variant="default" onClick={() => setTask('aliases')}>
              {words.changeAliases}
            </Button>
            <Button variant="default" onClick={() => setTask('merge')}>
              {words.merge}
            </Button>
            {building.demolishedOn === null ? (
              <Button variant="default" onClick={() => setTask('demolish')}>
                {words.demolish}
              </Button>
            ) : (
              <Button
                variant="default"
                loading={standing.isPending}
                onClick={() => standing.mutate(undefined)}
              >
                {words.undoDemolish}
              </Button>
            )}
          </Group>
        )}
      </PageHeader>
      <div>
        {building.demolishedOn !== null && <Text fw={600}>{words.demolishedOn(building.demolishedOn)}</Text>}
        {whole !== undefined && (
          <Text>
            {words.counts(units.length, whole.dwellingCount, whole.householdCount, whole.residentCount)}
          </Text>
        )}
        <Text c="dimmed">
          {building.aliases.length === 0
            ? words.noAliases
            : words.aliases(building.aliases.join(buildingLabels.list.separator))}
        </Text>
      </div>
      <FailureNotice error={standing.error} />
      <SuccessNotice sentence={notice} />
      <BuildingAreas building={building} />
      <Paper component="section" withBorder p="lg" aria-label={words.heads}>
        <Title order={2} size="h4" mb="xs">
          {words.heads}
        </Title>
        <RegisterList register="buildingHead" buildingId={building.id} />
      </Paper>
      <BuildingDoors buildingId={building.id} />
      {task === 'rename' && <RenameDialog {...shared} onDone={({ name }) => done(words.renamed(name))} />}
      {task === 'aliases' && <AliasesDialog {...shared} onDone={() => done(words.saved)} />}
      {task === 'demolish' && (
        <DemolishDialog {...shared} todayOn={todayOn} onDone={() => done(words.saved)} />
      )}
      {task === 'merge' && (
        <MergeDialog
          {...shared}
          onDone={({ id, name }) => {
            rememberBuildingNotice(words.merged(building.name, name))
            leaveTo(`/buildings/${String(id)}`)
          }}
        />
      )}
    </>
  )
}
