import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { conditionLabels } from '../../../domain/labels/condition.zh.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const words = conditionLabels.dialog

/** How many people a filter finds, while it is edited. */
export function ConditionCount({ filter }: { readonly filter: ResidentFilter }) {
  const first = ledgerQuery('resident.list', { filter, offset: 0, limit: 1 })
  const found = useQuery({
    ...first,
    queryKey: ['resident.list', 'count', filter],
    placeholderData: keepPreviousData,
  })
  if (found.error !== null) return <FailureNotice error={found.error} />
  const count = found.data?.totalCount
  return (
    <Text role="status" fw={700} size="lg">
      {count === undefined ? words.counting : count === 0 ? words.none : words.count_(count)}
    </Text>
  )
}
