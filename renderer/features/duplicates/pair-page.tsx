import { Anchor, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import {
  duplicateCertaintyLabels,
  duplicateLabels,
  suspicionText,
} from '../../../domain/labels/duplicate.zh.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import classes from './duplicates.module.css'
import { PairDecision } from './pair-decision.tsx'

const words = duplicateLabels.pair

interface PairPageProps {
  readonly firstId: number
  readonly secondId: number
}

/** Two records side by side: one person or two is for the clerk to say. */
export function PairPage({ firstId, secondId }: PairPageProps) {
  const actor = useReadyState()?.actor
  const { data, error } = useQuery({
    ...ledgerQuery('duplicate.compare', { firstId, secondId }),
    gcTime: 0,
  })
  if (actor === undefined) return null
  return (
    <Stack gap="md" className={classes.pair}>
      <Anchor component={Link} href="/residents/duplicates" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <PageHeader title={words.title} />
      <FailureNotice error={error} />
      {data === undefined && error === null && <p role="status">{words.loading}</p>}
      {data !== undefined && (
        <>
          <Text fw={600}>
            {data.suspicion === null
              ? words.notSuspected
              : words.why(suspicionText(data.suspicion), duplicateCertaintyLabels[data.suspicion.certainty])}
          </Text>
          <PairDecision
            key={`${String(data.first.resident.revision)} ${String(data.second.resident.revision)}`}
            comparison={data}
            actor={actor}
          />
        </>
      )}
    </Stack>
  )
}
