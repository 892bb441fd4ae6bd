import { Link } from 'wouter'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { mayUse } from '../../domain/permission.ts'
import type { ReadyState } from '../ledger/app-state.ts'
import { isWithin, sections, tabOf } from './sections.ts'
import classes from './section-tabs.module.css'

interface SectionTabsProps {
  readonly location: string
  readonly actor: ReadyState['actor']
}

/** The ways between the pages of one section; nothing where whoever is here has but one of them. */
export function SectionTabs({ location, actor }: SectionTabsProps) {
  const section = sections.find(({ path }) => isWithin(location, path))
  const tabs = (section?.tabs ?? []).filter(({ channel }) => mayUse(actor, channel))
  if (section === undefined || tabs.length < 2) return null
  const current = tabOf(tabs, location)
  return (
    <nav aria-label={appLabels.sectionPages(section.label)} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.path}
          href={tab.path}
          className={classes.tab}
          aria-current={tab === current ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
