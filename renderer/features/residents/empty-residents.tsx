import { Button, Group, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { noFilter } from '../../../domain/no-filter.ts'
import { useMay } from '../../ledger/app-state.ts'
import { changeFilter } from './residents-store.ts'
import classes from './residents-page.module.css'

const words = residentLabels.list

interface EmptyResidentsProps {
  /** True when a search or filter hides everybody. */
  readonly isNarrowed: boolean
}

/** What to do when there is nobody to show. */
export function EmptyResidents({ isNarrowed }: EmptyResidentsProps) {
  const mayAdd = useMay('resident.save')
  return (
    <div className={classes.empty}>
      <Title order={2} size="h4">
        {isNarrowed ? words.noneTitle : words.emptyTitle}
      </Title>
      <Text>{isNarrowed ? words.noneText : words.emptyText}</Text>
      {isNarrowed && (
        <Button variant="default" onClick={() => changeFilter({ ...noFilter })}>
          {words.clearFilters}
        </Button>
      )}
      {!isNarrowed && mayAdd && (
        <Group>
          <Button component={Link} href="/import">
            {words.emptyImport}
          </Button>
          <Button component={Link} href="/residents/new" variant="default">
            {words.add}
          </Button>
        </Group>
      )}
    </div>
  )
}
