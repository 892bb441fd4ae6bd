import { Anchor, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from 'wouter'
import { asCalendarDate } from '../../../domain/calendar-date.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { useMay, useReadyState } from '../../ledger/app-state.ts'
import { LedgerFailure } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { FamilyFormPanel } from './family-form.tsx'
import resident from './resident-page.module.css'
import classes from './family.module.css'

const words = householdLabels.family

/** A whole family written down at once, one family after the other. */
export function FamilyPage() {
  const todayOn = useReadyState()?.todayOn
  const mayAdd = useMay('household.addFamily')
  if (todayOn === undefined) return null
  if (!mayAdd) return <FailureNotice error={new LedgerFailure({ code: 'notAllowed' })} />
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/residents" className={resident.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {residentLabels.page.back}
      </Anchor>
      <PageHeader title={words.title} />
      <Text>{words.help}</Text>
      <FamilyFormPanel todayOn={asCalendarDate(todayOn)} />
    </Stack>
  )
}
