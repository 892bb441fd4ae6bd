import { Button, Group, Text } from '@mantine/core'
import { Link } from 'wouter'
import { selectionLabels } from '../../../domain/labels/selection.zh.ts'
import { mostChosenIds } from '../../../domain/bulk.ts'
import { chosenCount } from '../../../domain/resident-selection.ts'
import { choose, useResidentsStore } from './residents-store.ts'

const words = selectionLabels

interface SelectionBarProps {
  /** How many people the list shows. */
  readonly shownCount: number
}

/** How many people are chosen, and what can be done with them. */
export function SelectionBar({ shownCount }: SelectionBarProps) {
  const selection = useResidentsStore((store) => store.selection)
  const isTooMany = useResidentsStore((store) => store.isTooMany)
  const copyNews = useResidentsStore((store) => store.copyNews)
  const count = chosenCount(selection, shownCount)
  return (
    <Group gap="sm" role="group" aria-label={words.actionsName}>
      <Text role="status" size="sm" {...(isTooMany ? { c: 'var(--mantine-color-error)' } : {})}>
        {isTooMany
          ? words.tooMany(mostChosenIds)
          : (copyNews ?? (selection === null ? words.hint : words.chosen(count)))}
      </Text>
      <Button
        component={Link}
        href="/residents/bulk"
        size="compact-md"
        variant={selection === null ? 'default' : 'filled'}
      >
        {words.bulkChange}
      </Button>
      <Button component={Link} href="/residents/save" size="compact-md" variant="default">
        {words.save}
      </Button>
      {selection !== null && (
        <Button variant="default" size="compact-md" onClick={() => choose(null)}>
          {words.none}
        </Button>
      )}
    </Group>
  )
}
