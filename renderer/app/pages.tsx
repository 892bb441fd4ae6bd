import { Text } from '@mantine/core'
import { lazy } from 'react'
import { Link, Route, Switch } from 'wouter'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { ResidentsPage } from '../features/residents/residents-page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { loadPage } from './load-page.ts'

const ResidentPage = lazy(() =>
  loadPage(async () => ({
    default: (await import('../features/residents/resident-page.tsx')).ResidentPage,
  })),
)
const ImportPage = lazy(() =>
  loadPage(async () => ({
    default: (await import('../features/roster-import/import-page.tsx')).ImportPage,
  })),
)
const RoundsPage = lazy(() =>
  loadPage(async () => ({ default: (await import('../features/visits/rounds-page.tsx')).RoundsPage })),
)
const RoundPage = lazy(() =>
  loadPage(async () => ({ default: (await import('../features/visits/round-page.tsx')).RoundPage })),
)
const SettingsPage = lazy(() =>
  loadPage(async () => ({
    default: (await import('../features/settings/settings-page.tsx')).SettingsPage,
  })),
)

/** Which page belongs to which address; the list of residents is where everybody starts. */
export function Pages() {
  return (
    <Switch>
      <Route path="/">
        <ResidentsPage />
      </Route>
      <Route path="/residents">
        <ResidentsPage />
      </Route>
      <Route path="/residents/new">
        <ResidentPage key="new" residentId={null} />
      </Route>
      <Route path="/residents/:id">{({ id }) => <ResidentPage key={id} residentId={Number(id)} />}</Route>
      <Route path="/import">
        <ImportPage />
      </Route>
      <Route path="/visits">
        <RoundsPage />
      </Route>
      <Route path="/visits/:id">{({ id }) => <RoundPage key={id} roundId={Number(id)} />}</Route>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route>
        <PageHeader title={appLabels.pageMissing} />
        <Text>
          <Link href="/">{appLabels.backHome}</Link>
        </Text>
      </Route>
    </Switch>
  )
}
