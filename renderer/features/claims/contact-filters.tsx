import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asCalendarDate, parseTypedDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { callResultLabels, phoneCallLabels } from '../../../domain/labels/phone-call.zh.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import { callResults } from '../../../domain/phone-call.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { listContacts, narrowContacts, useClaimsStore } from './claims-store.ts'
import classes from './claims.module.css'

const words = phoneCallLabels.list

/** Which calls or visits are listed. */
export function ContactFilters() {
  const filter = useClaimsStore((store) => store.contacts)
  const todayOn = asCalendarDate(useReadyState()?.todayOn ?? '2000-01-01')
  const board = useQuery(ledgerQuery('claim.board', { on: todayOn }))
  const claimants = useQuery(ledgerQuery('claimant.list', {}))
  const claimantValue = filter.isUnclaimed ? 'none' : String(filter.claimantId ?? '')
  return (
    <div className={classes.filters} role="search">
      <NativeSelect
        label={words.kind}
        value={filter.kind}
        data={(['call', 'visit'] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={({ currentTarget: { value } }) =>
          narrowContacts({
            kind: value === 'visit' ? 'visit' : 'call',
            ...(value === 'visit' ? { result: null, isFollowUpOpen: false, isUnclaimed: false } : {}),
          })
        }
      />
      <DayInput
        key={`from ${filter.fromOn ?? ''}`}
        label={words.fromOn}
        day={filter.fromOn}
        onDay={(fromOn) => narrowContacts({ fromOn })}
      />
      <DayInput
        key={`to ${filter.toOn ?? ''}`}
        label={words.toOn}
        day={filter.toOn}
        onDay={(toOn) => narrowContacts({ toOn })}
      />
      <NativeSelect
        label={words.post}
        value={String(filter.claimPostId ?? '')}
        onChange={({ currentTarget: { value } }) =>
          narrowContacts({ claimPostId: value === '' ? null : Number(value) })
        }
      >
        <option value="">{words.anyPost}</option>
        {board.data?.posts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={words.claimant}
        value={claimantValue}
        onChange={({ currentTarget: { value } }) =>
          narrowContacts({
            isUnclaimed: value === 'none',
            claimantId: value === '' || value === 'none' ? null : Number(value),
          })
        }
      >
        <option value="">{words.anyClaimant}</option>
        {filter.kind === 'call' && <option value="none">{words.unclaimed}</option>}
        {claimants.data?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name === '' ? claimLabels.forgotten : name}
          </option>
        ))}
      </NativeSelect>
      {filter.kind === 'call' && (
        <>
          <NativeSelect
            label={words.result}
            value={filter.result ?? ''}
            onChange={({ currentTarget: { value } }) =>
              narrowContacts({ result: callResults.find((result) => result === value) ?? null })
            }
          >
            <option value="">{words.anyResult}</option>
            {callResults.map((result) => (
              <option key={result} value={result}>
                {callResultLabels[result]}
              </option>
            ))}
          </NativeSelect>
          <Checkbox
            size="md"
            mb="xs"
            label={words.followUps}
            checked={filter.isFollowUpOpen}
            onChange={(event) => narrowContacts({ isFollowUpOpen: event.currentTarget.checked })}
          />
        </>
      )}
      <Button variant="default" onClick={() => listContacts({})}>
        {words.reset}
      </Button>
    </div>
  )
}

interface DayInputProps {
  readonly label: string
  readonly day: CalendarDate | null
  readonly onDay: (day: CalendarDate | null) => void
}

/** Taken over when it is left or sent off, so that the list does not follow half a date. */
function DayInput({ label, day, onDay }: DayInputProps) {
  const [text, setText] = useState<string>(day ?? '')
  const [isBad, setIsBad] = useState(false)
  const take = () => {
    const typed = parseTypedDate(text)
    setIsBad(text.trim() !== '' && !typed.ok)
    if (text.trim() === '') onDay(null)
    else if (typed.ok) onDay(typed.date)
  }
  return (
    <TextInput
      label={label}
      w="8.5rem"
      maxLength={20}
      autoComplete="off"
      value={text}
      error={isBad ? words.badDate : undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take()
      }}
    />
  )
}
