import { Anchor, Button, Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { diaryMatters } from '../../../domain/codes/diary-matter.ts'
import { diaryLabels, followUpLabels } from '../../../domain/labels/diary.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './resident-page.module.css'

const words = diaryLabels.card

/** Unit: entries; the others are found in the diary itself. */
const mostShown = 5

interface ResidentDiaryCardProps {
  readonly residentId: number
}

/** The latest entries of the diary about a person; nothing for those it is not for. */
export function ResidentDiaryCard({ residentId }: ResidentDiaryCardProps) {
  const mayRead = useMay('diary.ofResident')
  const { data, error } = useQuery({
    ...ledgerQuery('diary.ofResident', { id: residentId }),
    enabled: mayRead,
  })
  if (!mayRead) return null
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="xs">
        {words.title}
      </Title>
      <FailureNotice error={error} />
      {data?.length === 0 && <Text c="dimmed">{words.empty}</Text>}
      <ul className={classes.people}>
        {data?.slice(0, mostShown).map(({ id, number, entryOn, matter, excerpt, staffName, followUp }) => (
          <li key={id} className={classes.person}>
            <Anchor component={Link} href={`/diary/${id}`}>
              {number}
            </Anchor>
            <span>
              {[entryOn, matter === null ? '' : diaryMatters[matter], followUpLabels[followUp]]
                .filter((part) => part !== '')
                .join(' ')}
            </span>
            <span>{excerpt}</span>
            <span>{words.by(staffName)}</span>
          </li>
        ))}
      </ul>
      {data !== undefined && data.length > mostShown && <Text c="dimmed">{words.more(data.length)}</Text>}
      <Button component={Link} href={`/diary/new/resident/${residentId}`} variant="default" size="sm" mt="sm">
        {words.write}
      </Button>
    </Paper>
  )
}
