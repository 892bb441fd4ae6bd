import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { AppState } from '../../../domain/app-state.ts'
import { type Committee, committeeSchema } from '../../../domain/committee.ts'
import type { ChannelOutput } from '../../../domain/contract.ts'
import { setupLabels } from '../../../domain/labels/setup.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import type { SetupValues } from './setup-schema.ts'
import { markFailure } from '../../ui/form/form-failure.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'

export type StartChoice = 'import' | 'empty' | 'open' | 'sample'

type ChosenFolder = NonNullable<ChannelOutput<'setup.chooseFolder'>>

/** The four ways out of set-up; each ends in the new state of the app. */
export function useSetup(form: UseFormReturn<SetupValues, unknown, SetupValues>) {
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
    mutationFn: ({ choice, values }: { choice: StartChoice; values: SetupValues }) =>
      choice === 'open'
        ? ask('setup.openExisting', {})
        : ask('setup.createLedger', {
            committee: choice === 'sample' ? sampleCommittee(values) : committeeOf(values),
            director: choice === 'sample' ? null : { name: values.director, password: values.password },
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
      // Looking around and opening what is there must not ask for anything first.
      if (choice === 'open' || choice === 'sample') starting.mutate({ choice, values: form.getValues() })
      else void form.handleSubmit((values) => starting.mutate({ choice, values }))()
    },
  }
}

function committeeOf({ committeeName, streetOfficeName, phone }: SetupValues): Committee {
  return { committeeName, streetOfficeName, phone }
}

function sampleCommittee(values: SetupValues): Committee {
  const committee = committeeOf(values)
  const parsed = committeeSchema.safeParse(committee)
  return parsed.success ? parsed.data : { ...committee, committeeName: setupLabels.sampleCommitteeName }
}
