import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { householdLabels as words } from '../../../domain/labels/household.zh.ts'
import type { Household } from '../../../domain/resident.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ChangeHeadDialog, MergeHouseholdsDialog, MoveHouseholdDialog } from './household-dialogs.tsx'
import { SplitHouseholdDialog } from './split-household-dialog.tsx'

type Task = 'changeHead' | 'split' | 'merge' | 'move'

interface HouseholdActionsProps {
  readonly household: Household
  readonly onChanged: () => void
}

/** What can be done with a household as a whole. */
export function HouseholdActions({ household, onChanged }: HouseholdActionsProps) {
  const mayChange = useMay('household.changeHead')
  const [task, setTask] = useState<Task | null>(null)
  if (!mayChange) return null
  const { members, neighbours } = household
  const tasks: readonly Task[] = [
    ...(members.length > 1 ? (['changeHead', 'split'] as const) : []),
    ...(neighbours.length > 0 ? (['merge'] as const) : []),
    ...(household.dwelling === null ? [] : (['move'] as const)),
  ]
  const shared = {
    household,
    onCancel: () => setTask(null),
    onDone: () => {
      setTask(null)
      onChanged()
    },
  }
  return (
    <Group gap="xs" mt="sm">
      {tasks.map((each) => (
        <Button key={each} variant="default" size="sm" onClick={() => setTask(each)}>
          {words[each]}
        </Button>
      ))}
      {task === 'changeHead' && <ChangeHeadDialog {...shared} />}
      {task === 'split' && <SplitHouseholdDialog {...shared} />}
      {task === 'merge' && <MergeHouseholdsDialog {...shared} />}
      {task === 'move' && <MoveHouseholdDialog {...shared} />}
    </Group>
  )
}
