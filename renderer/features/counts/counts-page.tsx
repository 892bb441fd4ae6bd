import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { asCalendarDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { countLabels } from '../../../domain/labels/count.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { useMay, useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { CountRowsDialog, type OpenedFigure } from './count-rows-dialog.tsx'
import { choosePeriod, lookAtKept, useCountsStore } from './counts-store.ts'
import { PeriodForm } from './period-form.tsx'
import { SheetTable } from './sheet-table.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import classes from './counts.module.css'

const words = countLabels

/** The standard counts of any day; each figure opens the people behind it, and a sheet that is handed in stays as it was. */
export function CountsPage() {
  const todayOn = useReadyState()?.todayOn
  return todayOn === undefined ? null : <Counts todayOn={asCalendarDate(todayOn)} />
}

function Counts({ todayOn }: { readonly todayOn: CalendarDate }) {
  const { period, frozenId } = useCountsStore()
  const [opened, setOpened] = useState<OpenedFigure | null>(null)
  const [isSubmitting, setIsSubmitting] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)
  const maySubmit = useMay('count.submit')
  const queries = useQueryClient()
  const counted = useQuery({
    ...ledgerQuery('count.sheet', period ?? { referenceOn: todayOn, fromOn: todayOn }),
    enabled: period !== null && frozenId === null,
    gcTime: 0,
  })
  const frozen = useQuery({
    ...ledgerQuery('count.getSubmitted', { id: frozenId ?? 0 }),
    enabled: frozenId !== null,
  })
  const archive = useQuery(ledgerQuery('count.submitted', {}))
  const sheet = frozenId === null ? counted.data : frozen.data?.sheet
  return (
    <Stack gap="md">
      <PageHeader title={words.title} />
      <PeriodForm
        first={period ?? { referenceOn: todayOn, fromOn: asCalendarDate(`${todayOn.slice(0, 4)}-01-01`) }}
        onChosen={(chosen) => {
          setNotice(null)
          choosePeriod(chosen)
          // The same days are counted anew as well.
          void queries.invalidateQueries({ queryKey: ['count.sheet'] })
        }}
      />
      <SuccessNotice sentence={notice} />
      <FailureNotice error={counted.error ?? frozen.error ?? archive.error} />
      {counted.isFetching && <Text role="status">{words.counting}</Text>}
      {sheet !== undefined && (
        <Paper component="section" withBorder p="lg" aria-label={words.sheetName(sheet.referenceOn)}>
          <Group justify="space-between" align="baseline">
            <Title order={2} size="h3">
              {frozenId === null ? words.sheetName(sheet.referenceOn) : (frozen.data?.name ?? '')}
            </Title>
            <Group>
              <Button component={Link} href="/counts/paper" variant="default">
                {words.print}
              </Button>
              {frozenId === null && maySubmit && (
                <Button variant="default" onClick={() => setIsSubmitting(true)}>
                  {words.submit}
                </Button>
              )}
              {frozenId !== null && (
                <Button variant="default" onClick={() => lookAtKept(null)}>
                  {words.backToNow}
                </Button>
              )}
            </Group>
          </Group>
          <Text>{words.caption(sheet.referenceOn, sheet.fromOn)}</Text>
          {frozenId !== null && <Text fw={600}>{words.frozen}</Text>}
          <Text mb="sm">{words.householdCount(sheet.householdCount)}</Text>
          <SheetTable
            sheet={sheet}
            onOpen={(line, column) =>
              setOpened({ line, column, referenceOn: sheet.referenceOn, fromOn: sheet.fromOn })
            }
          />
          <Text c="dimmed">{words.personUnit}</Text>
        </Paper>
      )}
      <Paper component="section" withBorder p="lg" aria-label={words.archive}>
        <Title order={2} size="h4" mb="xs">
          {words.archive}
        </Title>
        {archive.data?.length === 0 && <Text>{words.archiveEmpty}</Text>}
        <ul className={classes.archive}>
          {archive.data?.map(({ id, name, madeAt, staffName }) => (
            <li key={id}>
              <Anchor component="button" type="button" onClick={() => lookAtKept(id)}>
                {words.archived(name, chineseMoment(madeAt), staffName)}
              </Anchor>
            </li>
          ))}
        </ul>
      </Paper>
      {opened !== null && <CountRowsDialog figure={opened} onClose={() => setOpened(null)} />}
      {isSubmitting && period !== null && (
        <SubmitDialog
          period={period}
          onCancel={() => setIsSubmitting(false)}
          onSubmitted={(name) => {
            setIsSubmitting(false)
            setNotice(words.submitted(name))
            void queries.invalidateQueries({ queryKey: ['count.submitted'] })
          }}
        />
      )}
    </Stack>
  )
}
