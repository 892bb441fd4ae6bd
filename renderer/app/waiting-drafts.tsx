import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { assertNever } from '../../domain/assert-never.ts'
import { draftKey } from '../../domain/draft-key.ts'
import type { DraftSummary } from '../../domain/draft.ts'
import { draftLabels as words, draftTitle } from '../../domain/labels/draft.zh.ts'
import { spokenMoment } from '../../domain/labels/moment.zh.ts'
import { ledgerQuery } from '../ledger/ledger-query.ts'
import { useOpenForms } from '../ledger/open-forms.ts'
import classes from './waiting-drafts.module.css'

const mostShown = 3

interface WaitingDraftsProps {
  readonly location: string
  readonly todayOn: string
}

/** The way back to what was left half filled in; silent about what is on the screen. */
export function WaitingDrafts({ location, todayOn }: WaitingDraftsProps) {
  const { data = [] } = useQuery({ ...ledgerQuery('draft.list', {}), staleTime: Infinity })
  const openForms = useOpenForms(({ keys }) => keys)
  const elsewhere = data.filter(
    // A list of visits shows by itself which of them are waiting.
    (draft) => !openForms.includes(draftKey(draft.form)) && pathOf(draft) !== location,
  )
  if (elsewhere.length === 0) return null
  return (
    <section className={classes.strip} aria-label={words.waitingName}>
      <IconHistory aria-hidden="true" className={classes.icon} />
      <span>{words.waiting}</span>
      {elsewhere.slice(0, mostShown).map((draft) => (
        <Link key={draftKey(draft.form)} href={pathOf(draft)} className={classes.draft}>
          {draftTitle(draft)}
          <span className={classes.moment}>{spokenMoment(draft.savedAt, todayOn)}</span>
        </Link>
      ))}
      {elsewhere.length > mostShown && <span>{words.more(elsewhere.length - mostShown)}</span>}
    </section>
  )
}

function pathOf({ form, visitRoundId }: DraftSummary): string {
  switch (form.form) {
    case 'newResident':
      return '/residents/new'
    case 'newFamily':
      return '/residents/family'
    case 'resident':
      return `/residents/${String(form.id)}`
    case 'visitTask':
      return `/visits/${String(visitRoundId)}`
    case 'newVisitRound':
      return '/visits/new'
    case 'newCareEvent':
    case 'careEvent':
      return '/diary/events'
    case 'newHelpCase':
      return '/diary/cases/new'
    case 'helpCase':
      return `/diary/cases/${String(form.id)}`
    case 'committee':
      return '/settings'
    case 'newDiaryEntry':
      return '/diary/new'
    case 'diaryEntry':
      return `/diary/${String(form.id)}/edit`
    default:
      return assertNever(form)
  }
}
