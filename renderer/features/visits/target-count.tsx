import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const words = visitLabels.create

interface TargetCountProps {
  readonly cutoffOn: CalendarDate | null
  readonly ruleIds: readonly number[]
}

/** How many people and households the choices would bring, before the round is opened. */
export function TargetCount({ cutoffOn, ruleIds }: TargetCountProps) {
  const isAskable = cutoffOn !== null && ruleIds.length > 0
  const count = useQuery({
    queryKey: ['visitRound.countTargets', cutoffOn, ruleIds],
    queryFn: () => {
      if (cutoffOn === null) throw new Error('asked without a cut-off date')
      return ask('visitRound.countTargets', { cutoffOn, ruleIds: [...ruleIds] })
    },
    enabled: isAskable,
    placeholderData: keepPreviousData,
  })
  if (count.error !== null) return <FailureNotice error={count.error} />
  return (
    <Text role="status" size="xl" fw={700}>
      {countText(isAskable, count.data)}
    </Text>
  )
}

interface Targets {
  readonly residentCount: number
  readonly householdCount: number
}

function countText(isAskable: boolean, targets: Targets | undefined): string {
  if (!isAskable) return words.countWaiting
  if (targets === undefined) return words.countLoading
  if (targets.residentCount === 0) return words.countNone
  return words.count(targets.residentCount, targets.householdCount)
}
