import { Text } from '@mantine/core'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { asCalendarDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { phoneCallLabels } from '../../../domain/labels/phone-call.zh.ts'
import type { ContactRow } from '../../../domain/phone-call.ts'
import { useMay, useReadyState } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { useCareChanged } from '../../ledger/use-care-changed.ts'
import { CallDialog } from '../../ui/care/call-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { topPlace } from '../../ui/table-place.ts'
import { CallEntry } from './call-entry.tsx'
import { useClaimsStore } from './claims-store.ts'
import { callColumns, visitColumns } from './contact-columns.tsx'
import { ContactFilters } from './contact-filters.tsx'
import classes from './claims.module.css'

const words = phoneCallLabels

/** Telephone greetings: written down one after the other, and all there were. */
export function CallsPage() {
  const state = useReadyState()
  if (state === null) return null
  return <Calls todayOn={asCalendarDate(state.todayOn)} staffName={state.actor.name} />
}

function Calls({ todayOn, staffName }: { readonly todayOn: CalendarDate; readonly staffName: string }) {
  const filter = useClaimsStore((store) => store.contacts)
  const mayCall = useMay('phoneCall.save')
  const changed = useCareChanged()
  const [opened, setOpened] = useState<ContactRow | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const done = (sentence: string) => {
    setOpened(null)
    changed()
    setNotice(sentence)
  }
  return (
    <div className={classes.page}>
      <PageHeader title={words.title} />
      {mayCall && <CallEntry todayOn={todayOn} staffName={staffName} />}
      <ContactFilters />
      <SuccessNotice sentence={notice} />
      <DataTable
        label={words.list.tableName}
        columns={filter.kind === 'call' ? callColumns : visitColumns}
        queryKey={['contact.list', filter]}
        fetchRows={(offset, limit) => ask('contact.list', { filter, offset, limit })}
        countSentence={words.list.count}
        emptyState={<Text>{words.list.empty}</Text>}
        initialPlace={topPlace}
        onPlace={() => undefined}
        onOpen={(row) => {
          if (row.kind === 'call' && mayCall) setOpened(row)
          else navigate(`/residents/${String(row.residentId)}`)
        }}
      />
      {opened !== null && opened.result !== null && (
        <CallDialog
          person={{ id: opened.residentId, name: opened.residentName }}
          usualCaller={opened.by}
          call={{ ...opened, result: opened.result, calledOn: opened.on, caller: opened.by }}
          todayOn={todayOn}
          onCancel={() => setOpened(null)}
          onSaved={() => done(words.dialog.saved)}
          onWithdrawn={() => done(words.dialog.withdrawn)}
        />
      )}
    </div>
  )
}
