import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { pickerLabels } from '../../domain/labels/picker.zh.ts'
import { noFilter } from '../../domain/no-filter.ts'
import type { ResidentFilter, ResidentRow } from '../../domain/resident.ts'
import { ledgerQuery } from '../ledger/ledger-query.ts'
import { FailureNotice } from './failure-notice.tsx'
import { ResidentChoice } from './resident-choice.tsx'
import { SearchBox } from './search-box.tsx'

/** Unit: people; more than fit under a search field help nobody. */
const resultLimit = 20

interface ResidentPickerProps {
  readonly label?: string
  readonly chosen: ResidentRow | null
  /** Somebody who can't be chosen. */
  readonly exceptId?: number | null
  /** Among whom is searched; usually only among those who are here. */
  readonly presence?: ResidentFilter['presence']
  /** Said while nobody is chosen. */
  readonly problem?: string | undefined
  readonly onChoose: (resident: ResidentRow) => void
}

/** Finds one resident by name, number or address. */
export function ResidentPicker({
  label,
  chosen,
  exceptId = null,
  presence = 'here',
  problem,
  onChoose,
}: ResidentPickerProps) {
  const [search, setSearch] = useState('')
  const found = useQuery({
    ...ledgerQuery('resident.list', {
      filter: { ...noFilter, search, presence, sort: 'name' },
      offset: 0,
      limit: resultLimit,
    }),
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <SearchBox
        label={label ?? pickerLabels.search}
        placeholder={pickerLabels.searchHelp}
        clearLabel={pickerLabels.clearSearch}
        value={search}
        onSearch={setSearch}
      />
      <FailureNotice error={found.error} />
      {search.trim() !== '' && found.data !== undefined && (
        <ResidentChoice
          residents={found.data.rows.filter(({ id }) => id !== exceptId)}
          totalCount={found.data.totalCount}
          chosenId={chosen?.id ?? null}
          onChoose={onChoose}
        />
      )}
      <Text role="status" fw={600}>
        {chosen === null ? '' : pickerLabels.chosen(chosen.name)}
      </Text>
      {problem !== undefined && chosen === null && (
        <Text role="alert" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </>
  )
}
