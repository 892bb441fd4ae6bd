import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ownFieldKindLabels, ownFieldLabels } from '../../../domain/labels/own-field.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './own-fields.module.css'

const words = ownFieldLabels

interface OwnFieldTableProps {
  readonly label: string
  readonly fields: readonly OwnField[]
  readonly onEdit: (field: OwnField) => void
  readonly onDone: (sentence: string) => Promise<void>
}

/** The fields of one kind of record, in the order of the forms. */
export function OwnFieldTable({ label, fields, onEdit, onDone }: OwnFieldTableProps) {
  const [asked, setAsked] = useState<OwnField | null>(null)
  const moving = useMutation({
    mutationFn: ({ field, direction }: { readonly field: OwnField; readonly direction: 'up' | 'down' }) =>
      ask('ownField.move', { id: field.id, direction }),
    onSuccess: (_answer, { field }) => onDone(words.moved(field.name)),
  })
  const retiring = useMutation({
    mutationFn: ({ id, revision, isRetired }: OwnField) =>
      ask('ownField.setRetired', { id, revision, isRetired: !isRetired }),
    onSuccess: ({ name, isRetired }) =>
      onDone(isRetired ? words.retiredDone(name) : words.restoredDone(name)),
  })
  const removing = useMutation({
    mutationFn: ({ id, revision }: OwnField) => ask('ownField.remove', { id, revision }),
    onSuccess: (_answer, { name }) => onDone(words.removedDone(name)),
    onSettled: () => setAsked(null),
  })
  if (fields.length === 0) return <Text c="dimmed">{words.empty}</Text>
  const isBusy = moving.isPending || retiring.isPending || removing.isPending
  const button = (field: OwnField, action: string, isPossible: boolean, onClick: () => void) => (
    <Button
      size="sm"
      variant="default"
      aria-label={words.ofField(action, field.name)}
      disabled={isBusy || !isPossible}
      onClick={onClick}
    >
      {action}
    </Button>
  )
  return (
    <div className={classes.frame}>
      <FailureNotice error={moving.error ?? retiring.error ?? removing.error} />
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.kind}</th>
            <th scope="col">{words.columns.choices}</th>
            <th scope="col">{words.columns.state}</th>
            <th scope="col">{words.columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => (
            <tr key={field.id} className={field.isRetired ? classes.retired : undefined}>
              <th scope="row">{field.name}</th>
              <td className={classes.state}>{ownFieldKindLabels[field.kind]}</td>
              <td>{choiceNames(field)}</td>
              <td>{stateOf(field)}</td>
              <td>
                <Group gap="xs">
                  {button(field, words.edit, true, () => onEdit(field))}
                  {button(field, words.up, index > 0, () => moving.mutate({ field, direction: 'up' }))}
                  {button(field, words.down, index < fields.length - 1, () =>
                    moving.mutate({ field, direction: 'down' }),
                  )}
                  {button(field, field.isRetired ? words.restore : words.retire, true, () =>
                    retiring.mutate(field),
                  )}
                  {!field.isUsed && button(field, words.remove, true, () => setAsked(field))}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        isOpen={asked !== null}
        title={words.removeTitle(asked?.name ?? '')}
        text={words.removeText}
        confirmLabel={words.removeConfirm}
        cancelLabel={words.cancel}
        isDangerous
        isBusy={removing.isPending}
        onConfirm={() => {
          if (asked !== null) removing.mutate(asked)
        }}
        onCancel={() => setAsked(null)}
      />
    </div>
  )
}

function stateOf({ isRetired, isInList }: OwnField): string {
  if (isRetired) return words.retired
  return isInList ? words.inList : words.inUse
}

function choiceNames({ choices }: OwnField): string {
  return choices
    .filter(({ isRetired }) => !isRetired)
    .map(({ name }) => name)
    .join(words.choiceSeparator)
}
