import { Text } from '@mantine/core'
import { conditionLabels } from '../../../domain/labels/condition.zh.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useFoundCount } from './use-found-count.ts'

const words = conditionLabels.dialog

/** How many people a filter finds, while it is edited. */
export function ConditionCount({ filter }: { readonly filter: ResidentFilter }) {
  const { count, error } = useFoundCount(filter)
  if (error !== null) return <FailureNotice error={error} />
  return (
    <Text role="status" fw={700} size="lg">
      {count === null ? words.counting : count === 0 ? words.none : words.count_(count)}
    </Text>
  )
}
