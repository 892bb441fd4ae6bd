import { Anchor, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { retentionLabels } from '../../../domain/labels/retention.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { NoticeTextForm } from './notice-text-form.tsx'
import { RetentionRulesForm } from './retention-rules-form.tsx'
import classes from './rights.module.css'

const words = retentionLabels.page

/** What people are told about their data, and how long it is kept. */
export function PrivacyPage() {
  const text = useQuery(ledgerQuery('notice.text', {}))
  const rules = useQuery(ledgerQuery('retention.rules', {}))
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/settings" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <PageHeader title={words.title} />
      <FailureNotice error={text.error ?? rules.error} />
      {rules.data !== undefined && (
        <RetentionRulesForm stored={rules.data.rules} isDecided={rules.data.isDecided} />
      )}
      {text.data !== undefined && <NoticeTextForm stored={text.data} />}
    </Stack>
  )
}
