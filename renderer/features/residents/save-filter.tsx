import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { conditionFilter, wholeCondition } from '../../../domain/filter-condition.ts'
import { conditionLabels } from '../../../domain/labels/condition.zh.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import type { SavedFilter, SavedFilterChange } from '../../../domain/saved-filter.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { isComposing } from '../../ui/composing.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { changeFilter, rememberUsedFilter } from './residents-store.ts'

const words = conditionLabels.dialog

interface SaveFilterProps {
  readonly filter: ResidentFilter
  readonly usedFilter: SavedFilter | null
  readonly onSaved: () => void
}

/** Keeps what the list asks under a new name, or in place of the saved filter that was taken up. */
export function SaveFilter({ filter, usedFilter, onSaved }: SaveFilterProps) {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [isReplacing, setIsReplacing] = useState(false)
  const condition = wholeCondition(filter)
  const saving = useMutation({
    mutationFn: (change: SavedFilterChange) => ask('savedFilter.save', change),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['savedFilter.list'] })
      if (saved.condition !== null)
        changeFilter({ ...conditionFilter(saved.condition), search: filter.search, sort: filter.sort })
      rememberUsedFilter(saved)
      onSaved()
    },
    onSettled: () => setIsReplacing(false),
  })
  const saveNew = () => saving.mutate({ id: null, revision: null, name: name.trim(), condition })
  const isReady = condition !== null && name.trim() !== ''
  return (
    <>
      <FailureNotice error={saving.error} />
      <Group gap="sm" align="flex-start">
        <TextInput
          label={words.saveName}
          placeholder={words.saveNamePlaceholder}
          description={words.saveHelp}
          maxLength={40}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isReady && !isComposing(event)) saveNew()
          }}
        />
        <Button
          mt="1.625rem"
          variant="default"
          disabled={!isReady}
          loading={saving.isPending}
          onClick={saveNew}
        >
          {words.save}
        </Button>
        {usedFilter?.isChangeable === true && condition !== null && (
          <Button mt="1.625rem" variant="default" onClick={() => setIsReplacing(true)}>
            {words.replace(usedFilter.name)}
          </Button>
        )}
      </Group>
      {usedFilter !== null && (
        <ConfirmDialog
          isOpen={isReplacing}
          title={words.replaceTitle(usedFilter.name)}
          text={words.replaceText}
          confirmLabel={words.replaceConfirm}
          cancelLabel={words.replaceCancel}
          isDangerous
          isBusy={saving.isPending}
          onConfirm={() => {
            const { id, revision, name: keptName } = usedFilter
            saving.mutate({ id, revision, name: keptName, condition })
          }}
          onCancel={() => setIsReplacing(false)}
        />
      )}
    </>
  )
}
