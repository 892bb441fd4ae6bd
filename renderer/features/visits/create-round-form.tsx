import { useQuery } from '@tanstack/react-query'
import type { VisitRound } from '../../../domain/visit.ts'
import { isFestivalRule } from '../../../domain/visit-rule.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { RoundFields } from './round-fields.tsx'

interface CreateRoundFormProps {
  readonly onCancel: () => void
  readonly onCreated: (round: VisitRound) => void
}

/** The form for a new round, shown once festivals and rules are known. */
export function CreateRoundForm(props: CreateRoundFormProps) {
  const festivals = useQuery(ledgerQuery('visitRound.festivals', {}))
  const rules = useQuery(ledgerQuery('visitRule.list', {}))
  const error = festivals.error ?? rules.error
  if (error !== null) return <FailureNotice error={error} />
  if (festivals.data === undefined || rules.data === undefined) return null
  const offered = rules.data.filter((rule) => rule.isActive && isFestivalRule(rule))
  return <RoundFields {...props} festivals={festivals.data} rules={offered} />
}
