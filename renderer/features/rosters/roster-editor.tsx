import type { ReactNode } from 'react'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { RosterColumns } from './roster-columns.tsx'
import { RosterLooks, RosterWords } from './roster-looks.tsx'
import { RosterPeopleFields } from './roster-people.tsx'
import type { OpenRoster } from './rosters-store.ts'
import classes from './rosters.module.css'

const words = rosterPageLabels.editor

/** Everything about a roster but its people's data, in four parts that can be folded. */
export function RosterEditor({ open: { roster, isHanded } }: { readonly open: OpenRoster }) {
  return (
    <section className={classes.sides} aria-label={words.name}>
      <div className={`${classes.editor} ${classes.scroll}`}>
        <Part title={words.people}>
          <RosterPeopleFields roster={roster} isHanded={isHanded} />
        </Part>
        <Part title={words.columns}>
          <RosterColumns columns={roster.columns} />
        </Part>
        <Part title={words.sheet}>
          <RosterLooks roster={roster} />
        </Part>
        <Part title={words.words}>
          <RosterWords roster={roster} />
        </Part>
      </div>
    </section>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details open className={classes.section}>
      <summary>{title}</summary>
      <div className={classes.body}>{children}</div>
    </details>
  )
}
