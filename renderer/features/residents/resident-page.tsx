import { Anchor, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { asCalendarDate } from '../../../domain/calendar-date.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { mayAskForSealed } from '../../../domain/sealed-access.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { flushDrafts } from '../../ledger/draft-keeper.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { HouseholdCard } from './household-card.tsx'
import { LifeCard } from './life-card.tsx'
import { NoticeCard } from './notice-card.tsx'
import { RecordCard } from './record-card.tsx'
import { ResidentDiaryCard } from './resident-diary-card.tsx'
import { ResidentClaimsCard } from './resident-claims-card.tsx'
import { ResidentForm } from './resident-form.tsx'
import { ResidentVisitsCard } from './resident-visits-card.tsx'
import { rememberNotice, useResidentsStore } from './residents-store.ts'
import { SealedCard } from './sealed-card.tsx'
import { useRecordChanged } from './use-record-changed.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page

interface ResidentPageProps {
  /** Null for somebody who is being registered. */
  readonly residentId: number | null
}

/** One resident: the form, the household and the visits so far. */
export function ResidentPage({ residentId }: ResidentPageProps) {
  const todayOn = useReadyState()?.todayOn
  const { data: ownFields, error } = useQuery(ledgerQuery('ownField.list', {}))
  if (error !== null) return <FailureNotice error={error} />
  if (todayOn === undefined || ownFields === undefined) return null
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/residents" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      {residentId === null ? (
        <>
          <PageHeader title={words.newTitle} />
          <div className={classes.alone}>
            <ResidentForm
              resident={null}
              todayOn={asCalendarDate(todayOn)}
              ownFields={ownFields}
              initialNotice={null}
            />
          </div>
        </>
      ) : (
        <KnownResident residentId={residentId} todayOn={todayOn} ownFields={ownFields} />
      )}
    </Stack>
  )
}

interface KnownResidentProps {
  readonly residentId: number
  readonly todayOn: string
  readonly ownFields: readonly OwnField[]
}

function KnownResident({ residentId, todayOn, ownFields }: KnownResidentProps) {
  const actor = useReadyState()?.actor
  // Registering somebody ends on this page, so the good news has to travel here.
  const [initialNotice] = useState(() => useResidentsStore.getState().notice)
  useEffect(() => rememberNotice(null), [])
  const {
    data: resident,
    error,
    refetch,
  } = useQuery({
    ...ledgerQuery('resident.get', { id: residentId }),
    gcTime: 0,
  })
  const [changeCount, setChangeCount] = useState(0)
  const changed = useRecordChanged()
  const follow = (view: ResidentView) =>
    // The form is drawn anew and offers what was typed, so that has to be kept by then.
    void flushDrafts().then(() => {
      changed(view)
      setChangeCount((count) => count + 1)
    })
  const followHousehold = async () => {
    const { data } = await refetch()
    if (data !== undefined) follow(data)
  }
  if (error !== null) return <FailureNotice error={error} />
  if (resident === undefined) return <p role="status">{words.loading}</p>
  return (
    <>
      <PageHeader title={resident.name} />
      <div className={classes.columns}>
        <ResidentForm
          // What was changed beside the form is taken into it; what was typed is offered again as a draft.
          key={`${residentId}-${changeCount}`}
          resident={resident}
          todayOn={asCalendarDate(todayOn)}
          ownFields={ownFields}
          initialNotice={changeCount === 0 ? initialNotice : null}
        />
        <Stack gap="md">
          <HouseholdCard
            householdId={resident.householdId}
            residentId={residentId}
            onChanged={() => void followHousehold()}
          />
          <LifeCard resident={resident} onChanged={follow} />
          <ResidentVisitsCard residentId={residentId} />
          <ResidentDiaryCard residentId={residentId} />
          <ResidentClaimsCard resident={resident} />
          <NoticeCard resident={resident} />
          {actor !== undefined && mayAskForSealed(actor) && (
            <SealedCard resident={resident} onChanged={follow} />
          )}
          <RecordCard resident={resident} onChanged={follow} />
        </Stack>
      </div>
    </>
  )
}
