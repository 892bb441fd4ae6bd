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
import { SectionTabs } from './section-tabs.tsx'
import { isWithin, sections } from './sections.ts'
import { WaitingDrafts } from './waiting-drafts.tsx'
import classes from './shell.module.css'

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
        <SectionTabs location={location} actor={state.actor} />
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
      {sections
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
