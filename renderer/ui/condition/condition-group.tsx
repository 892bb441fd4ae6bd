import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { conditionLabels, conditionText, type ConditionNames } from '../../../domain/labels/condition.zh.ts'
import { newGroup, newRow, type GroupDraft, type ItemDraft } from './condition-draft.ts'
import { ConditionRow } from './condition-row.tsx'
import classes from './conditions.module.css'

const words = conditionLabels.dialog
const matches = ['all', 'any', 'none'] as const

interface ConditionGroupFieldsProps {
  readonly group: GroupDraft
  readonly names: ConditionNames
  /** What stands before the numbers of its lines; empty for the outermost group. */
  readonly order: string
  /** The line that has just been added. */
  readonly newKey: number | null
  readonly onChange: (group: GroupDraft) => void
}

/** The lines of a group and how they hang together; groups in it stand in a frame. */
export function ConditionGroupFields({ group, order, onChange, ...props }: ConditionGroupFieldsProps) {
  const addButton = useRef<HTMLButtonElement>(null)
  const [newKey, setNewKey] = useState(props.newKey)
  const isOutermost = order === ''
  const withItems = (items: readonly ItemDraft[]) => onChange({ ...group, items })
  const add = (item: ItemDraft, rowKey: number) => {
    setNewKey(rowKey)
    withItems([...group.items, item])
  }
  const remove = (item: ItemDraft) => {
    addButton.current?.focus()
    withItems(group.items.filter((one) => one !== item))
  }
  return (
    <div className={classes.group} role="group" aria-label={isOutermost ? words.match : words.matchGroup}>
      <NativeSelect
        label={isOutermost ? words.match : `${words.matchGroup} ${order}`}
        className={classes.match}
        value={group.isNot ? 'none' : group.match}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...group, match: value === 'all' ? 'all' : 'any', isNot: value === 'none' })
        }
        data={matches.map((value) => ({ value, label: words.matches[value] }))}
      />
      {group.items.map((item, index) => {
        const itemOrder = `${order}${index + 1}`
        const replace = (next: ItemDraft) => withItems(group.items.map((one) => (one === item ? next : one)))
        if (item.kind === 'row')
          return (
            <ConditionRow
              key={item.key}
              row={item}
              order={itemOrder}
              isNew={item.key === newKey}
              onChange={replace}
              onRemove={() => remove(item)}
            />
          )
        return (
          <Group key={item.key} gap="xs" wrap="nowrap" align="flex-start">
            {item.kind === 'fixed' ? (
              <Text className={classes.wide}>
                {words.fixed}
                {conditionText(item.condition, props.names)}
              </Text>
            ) : (
              <div className={classes.inner}>
                <ConditionGroupFields
                  {...props}
                  group={item}
                  order={`${itemOrder}-`}
                  newKey={newKey}
                  onChange={replace}
                />
              </div>
            )}
            <ActionIcon
              variant="subtle"
              size="xl"
              aria-label={words.removeGroup(itemOrder)}
              onClick={() => remove(item)}
            >
              <IconTrash aria-hidden="true" />
            </ActionIcon>
          </Group>
        )
      })}
      <Group gap="sm">
        <Button
          ref={addButton}
          variant="default"
          leftSection={<IconPlus aria-hidden="true" />}
          onClick={() => {
            const row = newRow('age')
            add(row, row.key)
          }}
        >
          {words.add}
        </Button>
        {isOutermost && (
          <Button
            variant="default"
            onClick={() => {
              const row = newRow('age')
              add(newGroup([row]), row.key)
            }}
          >
            {words.addGroup}
          </Button>
        )}
      </Group>
    </div>
  )
}
