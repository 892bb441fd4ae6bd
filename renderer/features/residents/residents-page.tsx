import { Button, Group } from '@mantine/core'
import { IconPrinter, IconUserPlus } from '@tabler/icons-react'
import { type ComponentType, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import { lifeLabels } from '../../../domain/labels/life.zh.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import { duplicateLabels } from '../../../domain/labels/duplicate.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { sealedLabels } from '../../../domain/labels/sealed.zh.ts'
import { mayAskForSealed } from '../../../domain/sealed-access.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import { useMay, useReadyState } from '../../ledger/app-state.ts'
import { handFilter } from '../../ledger/handed-filter.ts'
import { useListedOwnFields } from '../../ledger/use-own-fields.ts'
import { isComposing } from '../../ui/composing.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { ConditionBar } from './condition-bar.tsx'
import { EmptyResidents } from './empty-residents.tsx'
import { residentColumns } from './resident-columns.tsx'
import type { ResidentConditionsProps } from './resident-conditions.tsx'
import { ResidentFilters } from './resident-filters.tsx'
import { fetchResidents, residentListKey } from './residents-query.ts'
import { changeFilter, rememberOpening, rememberPlace, useResidentsStore } from './residents-store.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useResidentSelection } from './use-resident-selection.ts'
import classes from './residents-page.module.css'

const words = residentLabels.list

interface ResidentsPageProps {
  readonly Conditions: ComponentType<ResidentConditionsProps>
}

/** The list everybody starts from: search, filters and one line per resident. */
export function ResidentsPage({ Conditions }: ResidentsPageProps) {
  const filter = useResidentsStore((store) => store.filter)
  const [{ place, isReturning }] = useState(() => useResidentsStore.getState())
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (isReturning && grid.current !== null) grid.current.focus()
    else search.current?.focus()
    rememberOpening(false)
  }, [isReturning])

  useSearchKey(search)
  const mayPrint = useMay('paper.roster')
  const mayAdd = useMay('resident.save')
  const mayCompare = useMay('duplicate.scan')
  const actor = useReadyState()?.actor
  const listed = useListedOwnFields()
  const columns = useMemo(() => residentColumns(listed), [listed])
  const selection = useResidentSelection(listed)

  return (
    <div className={classes.page}>
      <PageHeader title={words.title}>
        <Group gap="sm">
          {actor !== undefined && mayAskForSealed(actor) && (
            <Button component={Link} href="/residents/sealed" variant="default">
              {sealedLabels.list.open}
            </Button>
          )}
          {mayCompare && (
            <Button component={Link} href="/residents/duplicates" variant="default">
              {duplicateLabels.list.open}
            </Button>
          )}
          {mayPrint && (
            <Button
              component={Link}
              href="/rosters"
              variant="default"
              leftSection={<IconPrinter aria-hidden="true" />}
              onClick={() => handFilter(filter)}
            >
              {rosterPageLabels.list.fromResidents}
            </Button>
          )}
          {mayAdd && (
            <Button component={Link} href="/residents/removed" variant="default">
              {lifeLabels.bin.open}
            </Button>
          )}
          {mayAdd && (
            <Button component={Link} href="/residents/family" variant="default">
              {householdLabels.family.open}
            </Button>
          )}
          {mayAdd && (
            <Button component={Link} href="/residents/new" leftSection={<IconUserPlus aria-hidden="true" />}>
              {words.add}
            </Button>
          )}
        </Group>
      </PageHeader>
      <Group align="flex-end" gap="xs" role="search">
        <div className={classes.search}>
          <SearchBox
            ref={search}
            label={words.search}
            placeholder={words.searchPlaceholder}
            clearLabel={words.clearSearch}
            value={filter.search}
            onSearch={(text) => changeFilter({ search: text })}
            onLeaveDown={() => grid.current?.focus()}
          />
        </div>
        <ResidentFilters filter={filter} />
      </Group>
      <ConditionBar Conditions={Conditions} />
      <DataTable
        label={words.tableName}
        columns={columns}
        queryKey={residentListKey(filter)}
        fetchRows={fetchResidents(filter)}
        countSentence={isNarrowed(filter) ? words.found : words.total}
        emptyState={<EmptyResidents isNarrowed={isNarrowed(filter)} />}
        initialPlace={place}
        gridRef={grid}
        {...(mayAdd ? { selection } : {})}
        actions={(shownCount) => mayAdd && <SelectionBar shownCount={shownCount} />}
        onPlace={rememberPlace}
        onOpen={(row) => {
          rememberOpening(true)
          navigate(`/residents/${row.id}`)
        }}
      />
    </div>
  )
}

function isNarrowed(filter: ResidentFilter): boolean {
  return (
    filter.search.trim() !== '' ||
    filter.buildingId !== null ||
    filter.careTag !== null ||
    filter.ageBand !== null ||
    filter.condition !== null ||
    filter.presence !== 'here'
  )
}

/** From anywhere on the page, the slash and Ctrl+F lead back to the search field. */
function useSearchKey(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      const isFind = event.ctrlKey && event.key.toLowerCase() === 'f'
      const isSlash = event.key === '/' && !(event.target instanceof HTMLInputElement)
      if (!isFind && !isSlash) return
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    }
    window.addEventListener('keydown', toSearch)
    return () => window.removeEventListener('keydown', toSearch)
  }, [search])
}
