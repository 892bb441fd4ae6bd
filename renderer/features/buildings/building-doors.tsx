import { Paper, Text, Title } from '@mantine/core'
import { navigate } from 'wouter/use-hash-location'
import type { DwellingRow } from '../../../domain/building.ts'
import { buildingLabels, floorText } from '../../../domain/labels/building.zh.ts'
import { floorOfRoom } from '../../../domain/room-floor.ts'
import { ask } from '../../ledger/ledger-client.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { topPlace } from '../../ui/table-place.ts'
import classes from './buildings.module.css'

const words = buildingLabels.page

const columns: readonly DataTableColumn<DwellingRow>[] = [
  { key: 'unit', header: words.columns.unit, width: 'minmax(4rem, 1fr)', cell: ({ unit }) => unit },
  {
    key: 'floor',
    header: words.columns.floor,
    width: 'minmax(5rem, 1fr)',
    cell: ({ room }) => floorText(floorOfRoom(room)),
  },
  { key: 'room', header: words.columns.room, width: 'minmax(6rem, 1fr)', cell: ({ room }) => room },
  {
    key: 'households',
    header: words.columns.households,
    width: '4rem',
    cell: ({ householdCount }) => householdCount,
  },
  { key: 'people', header: words.columns.people, width: '4rem', cell: ({ residentCount }) => residentCount },
  {
    key: 'heads',
    header: words.columns.heads,
    width: 'minmax(10rem, 3fr)',
    cell: ({ people }) => people.map(({ name }) => name).join(buildingLabels.list.separator),
  },
]

/** Every door of a building, as one walks past them; a line leads to who lives there. */
export function BuildingDoors({ buildingId }: { readonly buildingId: number }) {
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.doors}>
      <Title order={2} size="h4" mb="xs">
        {words.doors}
      </Title>
      <div className={classes.doors}>
        <DataTable
          label={words.doorsName}
          columns={columns}
          queryKey={['building.dwellings', buildingId]}
          fetchRows={(offset, limit) => ask('building.dwellings', { id: buildingId, offset, limit })}
          countSentence={words.doorCount}
          emptyState={<Text>{words.noDoors}</Text>}
          initialPlace={topPlace}
          onPlace={() => undefined}
          onOpen={({ people: [first] }) => {
            if (first !== undefined) navigate(`/residents/${String(first.residentId)}`)
          }}
        />
      </div>
    </Paper>
  )
}
