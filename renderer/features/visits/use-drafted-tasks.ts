import { useQuery } from '@tanstack/react-query'
import { mayUse } from '../../../domain/permission.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'

/** The tasks whose forms were left half filled in by the person at the desk. */
export function useDraftedTasks(): ReadonlySet<number> {
  const actor = useReadyState()?.actor ?? null
  const { data = [] } = useQuery({ ...ledgerQuery('draft.list', {}), enabled: mayUse(actor, 'draft.list') })
  return new Set(data.flatMap(({ form }) => (form.form === 'visitTask' ? [form.id] : [])))
}
