import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import type { BuildingRow } from '../../../domain/building.ts'
import { buildingLabels } from '../../../domain/labels/building.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AddBuildingDialog } from './add-building-dialog.tsx'
import { rememberBuildingPlace, useBuildingsStore } from './buildings-store.ts'
import classes from './buildings.module.css'

const words = buildingLabels.list

const columns: readonly DataTableColumn<BuildingRow>[] = [
  { key: 'name', header: words.columns.name, width: 'minmax(10rem, 2fr)', cell: nameOf },
  { key: 'units', header: words.columns.units, width: '4rem', cell: ({ unitCount }) => unitCount },
  {
    key: 'dwellings',
    header: words.columns.dwellings,
    width: '4rem',
    cell: ({ dwellingCount }) => dwellingCount,
  },
  {
    key: 'households',
    header: words.columns.households,
    width: '4rem',
    cell: ({ householdCount }) => householdCount,
  },
  { key: 'people', header: words.columns.people, width: '4rem', cell: ({ residentCount }) => residentCount },
  {
    key: 'groups',
    header: words.columns.groups,
    width: 'minmax(8rem, 1fr)',
    cell: ({ groupNames }) => listed(groupNames),
  },
  {
    key: 'grids',
    header: words.columns.grids,
    width: 'minmax(7rem, 1fr)',
    cell: ({ gridCodes }) => listed(gridCodes),
  },
  {
    key: 'heads',
    header: words.columns.heads,
    width: 'minmax(7rem, 1fr)',
    cell: ({ headNames }) => listed(headNames),
  },
]

/** Every building of the committee, as one walks past them. */
export function BuildingsPage() {
  const mayAdd = useMay('building.add')
  const [isAdding, setIsAdding] = useState(false)
  const [place] = useState(() => useBuildingsStore.getState().place)
  return (
    <div className={classes.page}>
      <PageHeader title={words.title}>
        <Group gap="sm">
          <Button component={Link} href="/office/residentGroup" variant="default">
            {words.groups}
          </Button>
          <Button component={Link} href="/office/grid" variant="default">
            {words.grids}
          </Button>
          {mayAdd && (
            <Button leftSection={<IconPlus aria-hidden="true" />} onClick={() => setIsAdding(true)}>
              {words.add}
            </Button>
          )}
        </Group>
      </PageHeader>
      <DataTable
        label={words.tableName}
        columns={columns}
        queryKey={['building.page']}
        fetchRows={(offset, limit) => ask('building.page', { offset, limit })}
        countSentence={words.total}
        emptyState={<Text>{words.empty}</Text>}
        initialPlace={place}
        onPlace={rememberBuildingPlace}
        onOpen={({ id }) => navigate(`/buildings/${String(id)}`)}
      />
      {isAdding && <AddBuildingDialog onCancel={() => setIsAdding(false)} />}
    </div>
  )
}

function nameOf({ name, demolishedOn }: BuildingRow): string {
  return demolishedOn === null ? name : words.demolished(name)
}

function listed(names: readonly string[]): string {
  return names.join(words.separator)
}
