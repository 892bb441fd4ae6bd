import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useVisitsStore } from './visits-store.ts'

/** After a start nobody has been recorded yet: whoever last visited in this round is proposed. */
export function usePastVisitor(visitRoundId: number): void {
  const { visitor, visitorProposed } = useVisitsStore()
  const { data } = useQuery({
    ...ledgerQuery('visitTask.list', { visitRoundId, view: 'recorded', offset: 0, limit: 200 }),
    enabled: visitor === '',
    gcTime: 0,
  })
  useEffect(() => {
    const last = data?.rows.reduce<(typeof data.rows)[number] | undefined>(
      (latest, row) => ((row.visitedOn ?? '') >= (latest?.visitedOn ?? '') ? row : latest),
      undefined,
    )
    if (last !== undefined) visitorProposed(last.visitor)
  }, [data, visitorProposed])
}
