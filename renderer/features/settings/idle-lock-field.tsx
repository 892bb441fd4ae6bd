import { NativeSelect, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { idleLockChoices } from '../../../domain/committee.ts'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'

const words = appLabels.settings

interface IdleLockFieldProps {
  readonly idleLockMinutes: number
}

/** After how long the desk covers itself, in force as soon as it is stored. */
export function IdleLockField({ idleLockMinutes }: IdleLockFieldProps) {
  const queries = useQueryClient()
  const saving = useMutation({
    mutationFn: (minutes: number) => ask('settings.saveIdleLock', { idleLockMinutes: minutes }),
    onSuccess: (settings) =>
      queries.setQueryData(appStateQuery.queryKey, (state) =>
        state?.phase === 'ready' ? { ...state, settings } : state,
      ),
  })
  const chosen = saving.isPending ? saving.variables : idleLockMinutes
  const choices = [...new Set([...idleLockChoices, idleLockMinutes])].sort((one, other) => one - other)
  return (
    <Stack gap="sm" align="flex-start">
      <NativeSelect
        size="md"
        label={words.idleLock}
        description={words.idleLockHelp}
        value={String(chosen)}
        data={choices.map((minutes) => ({ value: String(minutes), label: words.idleLockOption(minutes) }))}
        onChange={(event) => saving.mutate(Number(event.currentTarget.value))}
      />
      <SuccessNotice sentence={saving.isSuccess ? appLabels.form.saved : null} />
      <FailureNotice error={saving.error} />
    </Stack>
  )
}
