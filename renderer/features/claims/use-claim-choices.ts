import { useQuery } from '@tanstack/react-query'
import type { Claimant } from '../../../domain/claim.ts'
import { claimantKindLabels, claimLabels } from '../../../domain/labels/claim.zh.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { asCalendarDate } from '../../../domain/calendar-date.ts'

type Options = readonly (readonly [code: string, name: string])[]

/** Posts that take elders, and who may claim them or lead others. */
export function useClaimChoices(): {
  readonly posts: Options
  readonly claimants: Options
  readonly mentors: Options
  readonly isRead: boolean
} {
  const todayOn = asCalendarDate(useReadyState()?.todayOn ?? '2000-01-01')
  const board = useQuery(ledgerQuery('claim.board', { on: todayOn }))
  const list = useQuery(ledgerQuery('claimant.list', {}))
  const able = (list.data ?? []).filter(({ state }) => state === null)
  return {
    posts: (board.data?.posts ?? [])
      .filter(({ isClosed }) => !isClosed)
      .map(({ id, name }) => [String(id), name] as const),
    claimants: able.map(option),
    mentors: able.filter(({ isMentorAble }) => isMentorAble).map(option),
    isRead: board.data !== undefined && list.data !== undefined,
  }
}

function option({ id, name, kind }: Claimant): readonly [string, string] {
  return [String(id), claimLabels.claimantChoice(name, claimantKindLabels[kind])]
}
