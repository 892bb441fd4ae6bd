import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ClaimBoard } from '../../../domain/claim.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useCareChanged } from '../../ledger/use-care-changed.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'

const words = claimLabels.board

interface UnclaimedFilterProps {
  readonly unclaimed: ClaimBoard['unclaimed']
}

/** Which question says who should be claimed; directors choose another one among the saved filters. */
export function UnclaimedFilter({ unclaimed }: UnclaimedFilterProps) {
  const mayChange = useMay('claim.setFilter')
  const changed = useCareChanged()
  const filters = useQuery(ledgerQuery('savedFilter.list', {}))
  const saving = useMutation({
    mutationFn: (savedFilterId: number | null) => ask('claim.setFilter', { savedFilterId }),
    onSuccess: changed,
  })
  const { savedFilterId, filterName } = unclaimed
  if (!mayChange) return <p>{words.filterIs(filterName ?? words.usualFilter)}</p>
  const usable = (filters.data ?? []).filter(({ id, state }) => state === 'usable' || id === savedFilterId)
  return (
    <>
      <FailureNotice error={saving.error ?? filters.error} />
      <NativeSelect
        label={words.filter}
        description={words.usualFilterHelp}
        value={savedFilterId === null ? '' : String(savedFilterId)}
        onChange={({ currentTarget: { value } }) => saving.mutate(value === '' ? null : Number(value))}
      >
        <option value="">{words.usualFilter}</option>
        {usable.map(({ id, name }) => (
          <option key={id} value={String(id)}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <SuccessNotice sentence={saving.isSuccess ? words.filterSaved : null} />
    </>
  )
}
