import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asCalendarDate, parseTypedDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import type { ClaimPost } from '../../../domain/claim.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import { useMay, useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useCareChanged } from '../../ledger/use-care-changed.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { useClaimsStore } from './claims-store.ts'
import { ElderList } from './elder-list.tsx'
import { PostDialog } from './post-dialog.tsx'
import { PostList } from './post-list.tsx'
import { StartDialog } from './start-dialog.tsx'
import classes from './claims.module.css'

const words = claimLabels.board

/** Which member of which post looks after which elder, who waits for too long and who for anybody; of any day. */
export function ClaimsPage() {
  const todayOn = useReadyState()?.todayOn
  return todayOn === undefined ? null : <Board todayOn={asCalendarDate(todayOn)} />
}

function Board({ todayOn }: { readonly todayOn: CalendarDate }) {
  const [dayText, setDayText] = useState<string>(todayOn)
  const typed = parseTypedDate(dayText)
  const on = typed.ok && typed.date <= todayOn ? typed.date : null
  const board = useQuery({
    ...ledgerQuery('claim.board', { on: on ?? todayOn }),
    placeholderData: keepPreviousData,
  })
  const { claimPostId, claimantId, view } = useClaimsStore((store) => store.place)
  const mayChange = useMay('claimPost.save') && on === todayOn
  const changed = useCareChanged()
  const [edited, setEdited] = useState<ClaimPost | 'new' | null>(null)
  const [isClaiming, setIsClaiming] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)
  return (
    <div className={classes.page}>
      <PageHeader title={words.title}>
        <Group gap="sm">
          <div className={classes.day}>
            <Text fw={600} component="label" htmlFor="board-day">
              {words.on}
            </Text>
            <TextInput
              id="board-day"
              w="8.5rem"
              maxLength={20}
              autoComplete="off"
              value={dayText}
              error={on === null}
              aria-describedby="board-day-problem"
              onChange={(event) => setDayText(event.currentTarget.value)}
            />
          </div>
          {on !== todayOn && (
            <Button variant="default" onClick={() => setDayText(todayOn)}>
              {words.today}
            </Button>
          )}
          {mayChange && (
            <>
              <Button variant="default" onClick={() => setEdited('new')}>
                {words.newPost}
              </Button>
              <Button leftSection={<IconPlus aria-hidden="true" />} onClick={() => setIsClaiming(true)}>
                {words.claim}
              </Button>
            </>
          )}
        </Group>
      </PageHeader>
      <Text
        id="board-day-problem"
        role="status"
        fw={600}
        {...(on === null ? { c: 'var(--mantine-color-error)' } : {})}
      >
        {on === null ? words.badDate : on === todayOn ? '' : words.past(on)}
      </Text>
      <SuccessNotice sentence={notice} />
      <FailureNotice error={board.error} />
      {board.data !== undefined && (
        <div className={classes.board}>
          <PostList board={board.data} onEdit={mayChange ? setEdited : null} />
          <ElderList
            // Whoever was chosen in one list is not in another.
            key={`${view}-${String(claimPostId)}-${String(claimantId)}`}
            board={board.data}
            todayOn={todayOn}
            onDone={setNotice}
          />
        </div>
      )}
      {edited !== null && (
        <PostDialog
          post={edited === 'new' ? null : edited}
          onCancel={() => setEdited(null)}
          onDone={({ name }) => {
            setEdited(null)
            changed()
            setNotice(words.postSaved(name))
          }}
        />
      )}
      {isClaiming && (
        <StartDialog
          elders={[]}
          claimPostId={claimPostId}
          claimantId={claimantId}
          todayOn={todayOn}
          onCancel={() => setIsClaiming(false)}
          onDone={(count) => {
            setIsClaiming(false)
            changed()
            setNotice(words.claimed(count))
          }}
        />
      )}
    </div>
  )
}
