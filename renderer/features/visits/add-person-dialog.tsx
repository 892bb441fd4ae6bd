import { Text, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { ResidentChoice } from './resident-choice.tsx'
import { useRoundChange } from './use-round-change.ts'

const words = visitLabels.add

/** Unit: people; more than fit under a search field help nobody. */
const resultLimit = 20

interface AddPersonDialogProps {
  readonly roundId: number
  readonly onClose: () => void
}

interface FormErrors {
  readonly resident?: string
  readonly reason?: string
}

/** Puts a person on the round's list whom no rule chose; a reason is asked for. */
export function AddPersonDialog({ roundId, onClose }: AddPersonDialogProps) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ResidentRow | null>(null)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FormErrors>({})
  const fields = useRef<HTMLDivElement>(null)
  const found = useQuery({
    ...ledgerQuery('resident.list', {
      filter: { search, buildingId: null, careTag: null, ageBand: null, sort: 'name' },
      offset: 0,
      limit: resultLimit,
    }),
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const add = useRoundChange({
    change: (input: { readonly residentId: number; readonly reason: string }) =>
      ask('visitTask.add', { visitRoundId: roundId, ...input }),
    announce: (task) => visitLabels.round.added(task.residentName),
  })

  const submit = () => {
    const given = reason.trim()
    setErrors({
      ...(chosen === null ? { resident: words.residentMissing } : {}),
      ...(given === '' ? { reason: words.reasonMissing } : {}),
    })
    focusInvalid(fields.current)
    if (chosen !== null && given !== '')
      add.mutate({ residentId: chosen.id, reason: given }, { onSuccess: onClose })
  }

  return (
    <FormDialog
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={add.isPending}
      isDirty={chosen !== null || reason !== ''}
      onSubmit={submit}
      onCancel={onClose}
    >
      <SearchBox
        label={words.search}
        placeholder={words.searchHelp}
        clearLabel={words.clearSearch}
        value={search}
        onSearch={setSearch}
      />
      <FailureNotice error={found.error} />
      {search.trim() !== '' && found.data !== undefined && (
        <ResidentChoice
          residents={found.data.rows}
          totalCount={found.data.totalCount}
          chosenId={chosen?.id ?? null}
          onChoose={setChosen}
        />
      )}
      <Text role="status" fw={600}>
        {chosen === null ? '' : words.chosen(chosen.name)}
      </Text>
      {errors.resident !== undefined && chosen === null && (
        <Text role="alert" c="var(--mantine-color-error)">
          {errors.resident}
        </Text>
      )}
      <div ref={fields}>
        <TextInput
          label={words.reason}
          placeholder={words.reasonPlaceholder}
          required
          maxLength={200}
          autoComplete="off"
          value={reason}
          error={errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <FailureNotice error={add.error} />
    </FormDialog>
  )
}
