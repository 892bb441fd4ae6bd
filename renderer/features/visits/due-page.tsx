import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dueViews, type DueFilter } from '../../../domain/due-visit-view.ts'
import { dueVisitLabels } from '../../../domain/labels/due-visit.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { DueList } from './due-list.tsx'
import classes from './visits.module.css'

const words = dueVisitLabels
const everybody: DueFilter = { view: 'today', visitRuleId: null, buildingId: null, responsible: null }

/** Whom the rules want visited today, this week, or too late, and the place to write the visits down. */
export function DuePage() {
  const [filter, setFilter] = useState(everybody)
  const [notice, setNotice] = useState<string | null>(null)
  const counts = useQuery({
    ...ledgerQuery('dueVisit.counts', { filter }),
    placeholderData: keepPreviousData,
  })
  const change = (changed: Partial<DueFilter>) => {
    setNotice(null)
    setFilter((before) => ({ ...before, ...changed }))
  }
  const countOf = {
    today: counts.data?.todayCount,
    week: counts.data?.weekCount,
    overdue: counts.data?.overdueCount,
  }
  return (
    <Stack gap="md" className={classes.fill}>
      <PageHeader title={words.title} />
      <Text>{words.help}</Text>
      <FailureNotice error={counts.error} />
      <Group gap="md" align="flex-end">
        <div role="group" aria-label={words.viewsName}>
          <Button.Group>
            {dueViews.map((view) => {
              const count = countOf[view]
              return (
                <Button
                  key={view}
                  variant={filter.view === view ? 'filled' : 'default'}
                  aria-pressed={filter.view === view}
                  onClick={() => change({ view })}
                >
                  {count === undefined ? words.views[view] : words.viewWithCount(words.views[view], count)}
                </Button>
              )
            })}
          </Button.Group>
        </div>
        <Choice
          label={words.rule}
          value={filter.visitRuleId === null ? '' : String(filter.visitRuleId)}
          choices={counts.data?.rules ?? []}
          onChange={(key) => change({ visitRuleId: key === '' ? null : Number(key) })}
        />
        <Choice
          label={words.building}
          value={filter.buildingId === null ? '' : String(filter.buildingId)}
          choices={counts.data?.buildings ?? []}
          onChange={(key) => change({ buildingId: key === '' ? null : Number(key) })}
        />
        <Choice
          label={words.responsible}
          value={filter.responsible ?? ''}
          choices={counts.data?.responsibles ?? []}
          onChange={(key) => change({ responsible: key === '' ? null : key })}
        />
      </Group>
      <SuccessNotice sentence={notice} />
      <DueList key={JSON.stringify(filter)} filter={filter} onDone={setNotice} />
    </Stack>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly key: string; readonly name: string; readonly count: number }[]
  readonly onChange: (key: string) => void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const isGone = value !== '' && !choices.some(({ key }) => key === value)
  return (
    <NativeSelect
      label={label}
      value={isGone ? '' : value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: words.all },
        ...choices.map(({ key, name, count }) => ({
          value: key,
          label: words.choice(name === '' ? words.nobody : name, count),
        })),
      ]}
    />
  )
}
