import { Button, Group, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { conditionFilter } from '../../../domain/filter-condition.ts'
import { conditionLabels, conditionText, type ConditionNames } from '../../../domain/labels/condition.zh.ts'
import type { ConditionGroup } from '../../../domain/resident-condition.ts'
import type { SavedFilter } from '../../../domain/saved-filter.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { useFoundCount } from './use-found-count.ts'
import classes from '../../ui/condition/conditions.module.css'

const words = conditionLabels.saved

interface SavedFilterLineProps {
  readonly saved: SavedFilter
  readonly names: ConditionNames
  readonly onUse: () => void
  readonly onRename: (name: string) => Promise<unknown>
  readonly onRemove: () => void
}

/** One saved filter: what it asks, how many meet it, and what can be done with it. */
export function SavedFilterLine({ saved, names, onUse, onRename, onRemove }: SavedFilterLineProps) {
  const [newName, setNewName] = useState<string | null>(null)
  const renameButton = useRef<HTMLButtonElement>(null)
  const { name, condition, state } = saved
  const endRenaming = () => {
    setNewName(null)
    requestAnimationFrame(() => renameButton.current?.focus())
  }
  return (
    <li className={classes.savedFilter}>
      <div className={classes.wide}>
        <Text fw={700}>
          {name} {condition !== null && <TodaysCount condition={condition} />}
        </Text>
        <Text>
          {condition === null
            ? words[state === 'outdated' ? 'outdated' : 'notReadable']
            : conditionText(condition, names)}
        </Text>
        <Text c="dimmed">{words.madeBy(saved.staffName)}</Text>
      </div>
      {newName === null ? (
        <Group gap="xs">
          {condition !== null && (
            <Button aria-label={words.useOf(name)} onClick={onUse}>
              {words.use}
            </Button>
          )}
          {saved.isChangeable && (
            <>
              <Button
                ref={renameButton}
                variant="default"
                aria-label={words.renameOf(name)}
                onClick={() => setNewName(name)}
              >
                {words.rename}
              </Button>
              <Button variant="default" aria-label={words.removeOf(name)} onClick={onRemove}>
                {words.remove}
              </Button>
            </>
          )}
        </Group>
      ) : (
        <FormFrame
          label={words.renameOf(name)}
          onSubmit={() => void onRename(newName.trim()).then(endRenaming, () => undefined)}
        >
          <Group gap="xs" align="flex-end">
            <TextInput
              data-autofocus
              ref={(input) => input?.focus()}
              label={words.newName}
              maxLength={40}
              autoComplete="off"
              value={newName}
              onChange={(event) => setNewName(event.currentTarget.value)}
            />
            <Button type="submit" disabled={newName.trim() === ''}>
              {words.renameConfirm}
            </Button>
            <Button variant="default" onClick={endRenaming}>
              {words.renameCancel}
            </Button>
          </Group>
        </FormFrame>
      )}
    </li>
  )
}

function TodaysCount({ condition }: { readonly condition: ConditionGroup }) {
  const { count, error } = useFoundCount(conditionFilter(condition))
  if (error !== null) return <FailureNotice error={error} />
  return <span>{count === null ? words.counting : words.count(count)}</span>
}
