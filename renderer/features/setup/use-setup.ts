import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { AppState } from '../../../domain/app-state.ts'
import { type Committee, committeeSchema } from '../../../domain/committee.ts'
import type { ChannelOutput } from '../../../domain/contract.ts'
import { setupLabels } from '../../../domain/labels/setup.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { markFailure } from '../../ui/form/form-failure.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'

export type StartChoice = 'import' | 'empty' | 'open' | 'sample'

type ChosenFolder = NonNullable<ChannelOutput<'setup.chooseFolder'>>

/** The four ways out of set-up; each ends in the new state of the app. */
export function useSetup(form: UseFormReturn<Committee, unknown, Committee>) {
  const queries = useQueryClient()
  const [chosenFolder, setChosenFolder] = useState<ChosenFolder | null>(null)
  const onError = (error: unknown) => markFailure(form, failureOf(error))

  const enter = (state: AppState | null, path: string) => {
    if (state === null) return
    leaveTo(path)
    queries.setQueryData(appStateQuery.queryKey, state)
  }

  const choosing = useMutation({
    mutationFn: () => ask('setup.chooseFolder', {}),
    onMutate: () => form.clearErrors(),
    onSuccess: (folder) => {
      if (folder !== null) setChosenFolder(folder)
    },
    onError,
  })

  const starting = useMutation({
    mutationFn: ({ choice, committee }: { choice: StartChoice; committee: Committee }) =>
      choice === 'open'
        ? ask('setup.openExisting', {})
        : ask('setup.createLedger', {
            committee,
            folderHandle: chosenFolder?.handle ?? null,
            start: choice === 'sample' ? 'sample' : 'empty',
          }),
    onSuccess: (state, { choice }) => enter(state, choice === 'import' ? '/import' : '/'),
    onError,
  })

  return {
    chosenFolder,
    chooseFolder: () => choosing.mutate(),
    running: starting.isPending ? starting.variables.choice : null,
    isBusy: starting.isPending || choosing.isPending,
    start: (choice: StartChoice) => {
      if (starting.isPending) return
      form.clearErrors()
      if (choice === 'open') starting.mutate({ choice, committee: form.getValues() })
      else if (choice === 'sample') starting.mutate({ choice, committee: sampleCommittee(form.getValues()) })
      else void form.handleSubmit((committee) => starting.mutate({ choice, committee }))()
    },
  }
}

/** Looking around must not ask for anything first. */
function sampleCommittee(values: Committee): Committee {
  const parsed = committeeSchema.safeParse(values)
  return parsed.success ? parsed.data : { ...values, committeeName: setupLabels.sampleCommitteeName }
}
