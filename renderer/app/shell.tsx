import {
  IconBuildingCommunity,
  IconBuildingEstate,
  IconChartBar,
  IconFileImport,
  IconHistory,
  IconListDetails,
  IconSettings,
  IconUsb,
  IconUsers,
  IconWalk,
} from '@tabler/icons-react'
import { Suspense, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { mayUse } from '../../domain/permission.ts'
import type { ReadyState } from '../ledger/app-state.ts'
import { BackupReminder } from './backup-reminder.tsx'
import { DeskBar } from './desk-bar.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { LedgerNotices } from './ledger-notices.tsx'
import { Pages } from './pages.tsx'
import { SampleBanner } from './sample-banner.tsx'
import { WaitingDrafts } from './waiting-drafts.tsx'
import classes from './shell.module.css'

/** A page is offered to those who may use what it asks for first. */
const destinations = [
  { path: '/residents', label: appLabels.navigation.residents, Icon: IconUsers, channel: 'resident.list' },
  {
    path: '/buildings',
    label: appLabels.navigation.buildings,
    Icon: IconBuildingEstate,
    channel: 'building.page',
  },
  { path: '/import', label: appLabels.navigation.import, Icon: IconFileImport, channel: 'import.chooseFile' },
  { path: '/visits', label: appLabels.navigation.visits, Icon: IconWalk, channel: 'visitRound.list' },
  { path: '/counts', label: appLabels.navigation.counts, Icon: IconChartBar, channel: 'count.sheet' },
  {
    path: '/rosters',
    label: appLabels.navigation.rosters,
    Icon: IconListDetails,
    channel: 'rosterKind.list',
  },
  {
    path: '/office',
    label: appLabels.navigation.office,
    Icon: IconBuildingCommunity,
    channel: 'office.summary',
  },
  { path: '/backups', label: appLabels.navigation.backups, Icon: IconUsb, channel: 'backup.overview' },
  { path: '/records', label: appLabels.navigation.records, Icon: IconHistory, channel: 'audit.list' },
  { path: '/settings', label: appLabels.navigation.settings, Icon: IconSettings, channel: 'settings.save' },
] as const

interface ShellProps {
  readonly state: ReadyState
}

/** The frame around every page of an open ledger. */
export function Shell({ state }: ShellProps) {
  const content = useRef<HTMLElement>(null)
  const [location] = useLocation()

  // What had the focus may be gone with the last page; then the keyboard starts from the new one.
  useEffect(() => {
    if (document.activeElement === document.body) content.current?.focus()
  }, [location])

  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => content.current?.focus()}>
        {appLabels.skipToContent}
      </button>
      <Navigation location={location} actor={state.actor} />
      <div className={classes.side}>
        <header>
          <div className={classes.header}>
            <span className={classes.committee}>{state.committee.committeeName}</span>
            <DeskBar actor={state.actor} />
          </div>
          {state.isSample && <SampleBanner />}
        </header>
        {!state.isSample && mayUse(state.actor, 'backup.overview') && (
          <BackupReminder todayOn={state.todayOn} />
        )}
        <LedgerNotices notices={state.notices} />
        {mayUse(state.actor, 'draft.list') && <WaitingDrafts location={location} todayOn={state.todayOn} />}
        <main ref={content} tabIndex={-1} className={classes.content}>
          <ErrorBoundary key={location}>
            <Suspense fallback={<p role="status">{appLabels.loading}</p>}>
              <Pages />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
    </div>
  )
}

interface NavigationProps {
  readonly location: string
  readonly actor: ReadyState['actor']
}

function Navigation({ location, actor }: NavigationProps) {
  return (
    <nav aria-label={appLabels.navigationName} className={classes.rail}>
      {destinations
        .filter(({ channel }) => mayUse(actor, channel))
        .map(({ path, label, Icon }) => (
          <Link
            key={path}
            href={path}
            className={classes.destination}
            aria-current={isWithin(location, path) ? 'page' : undefined}
          >
            <Icon aria-hidden="true" className={classes.icon} />
            {label}
          </Link>
        ))}
    </nav>
  )
}

function isWithin(location: string, path: string): boolean {
  const place = location === '/' ? '/residents' : location
  return place === path || place.startsWith(`${path}/`)
}
