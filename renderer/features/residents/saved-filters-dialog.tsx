import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { conditionFilter } from '../../../domain/filter-condition.ts'
import { conditionLabels, type ConditionNames } from '../../../domain/labels/condition.zh.ts'
import type { SavedFilter, SavedFilterChange } from '../../../domain/saved-filter.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { changeFilter, rememberUsedFilter } from './residents-store.ts'
import { SavedFilterLine } from './saved-filter-line.tsx'
import classes from '../../ui/condition/conditions.module.css'

const words = conditionLabels.saved

interface SavedFiltersDialogProps {
  readonly names: ConditionNames
  readonly onClose: () => void
}

/** The questions the office keeps, each with the count of today. */
export function SavedFiltersDialog({ names, onClose }: SavedFiltersDialogProps) {
  const queries = useQueryClient()
  const list = useRef<HTMLUListElement>(null)
  const [removing, setRemoving] = useState<SavedFilter | null>(null)
  const filters = useQuery(ledgerQuery('savedFilter.list', {}))
  const refresh = () => queries.invalidateQueries({ queryKey: ['savedFilter.list'] })
  const rename = useMutation({
    mutationFn: (change: SavedFilterChange) => ask('savedFilter.save', change),
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: ({ id, revision }: SavedFilter) => ask('savedFilter.remove', { id, revision }),
    onSettled: async () => {
      setRemoving(null)
      await refresh()
      list.current?.focus()
    },
  })
  const isLoaded = filters.data !== undefined
  useEffect(() => {
    if (isLoaded) (list.current?.querySelector('button') ?? list.current)?.focus()
  }, [isLoaded])
  const use = (saved: SavedFilter) => {
    if (saved.condition === null) return
    changeFilter({ ...conditionFilter(saved.condition) })
    rememberUsedFilter(saved)
    onClose()
  }
  return (
    <ModalDialog
      title={words.title}
      width="wide"
      onCancel={onClose}
      actions={
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <FailureNotice error={filters.error ?? rename.error ?? remove.error} />
      {filters.data?.length === 0 && <Text>{words.empty}</Text>}
      <ul ref={list} tabIndex={-1} className={classes.saved} aria-label={words.listName}>
        {filters.data?.map((saved) => (
          <SavedFilterLine
            key={saved.id}
            saved={saved}
            names={names}
            onUse={() => use(saved)}
            onRename={(name) =>
              rename.mutateAsync({ id: saved.id, revision: saved.revision, name, condition: null })
            }
            onRemove={() => setRemoving(saved)}
          />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={removing !== null}
        title={words.removeTitle(removing?.name ?? '')}
        text={words.removeText}
        confirmLabel={words.removeConfirm}
        cancelLabel={words.removeCancel}
        isDangerous
        isBusy={remove.isPending}
        onConfirm={() => {
          if (removing !== null) remove.mutate(removing)
        }}
        onCancel={() => setRemoving(null)}
      />
    </ModalDialog>
  )
}
