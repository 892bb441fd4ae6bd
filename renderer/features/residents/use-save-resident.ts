import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { markFailure } from '../../ui/form/form-failure.tsx'
import type { FormDraft } from '../../ui/form/use-form-draft.ts'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { type ResidentFormValues, residentFormValues } from './resident-form-schema.ts'
import { rememberNotice } from './residents-store.ts'

type ResidentFormOf = UseFormReturn<ResidentFormValues, unknown, ResidentChange>

const words = residentLabels.page

/** Saves the form on the revision it was filled from, and says so only once the ledger has answered. */
export function useSaveResident(
  form: ResidentFormOf,
  resident: ResidentView | null,
  initialNotice: string | null,
  formDraft: FormDraft,
) {
  const queries = useQueryClient()
  const [revision, setRevision] = useState(resident?.revision ?? null)
  const [notice, setNotice] = useState(initialNotice)

  const follow = (current: ResidentView) => {
    queries.setQueryData(ledgerQuery('resident.get', { id: current.id }).queryKey, current)
    setRevision(current.revision)
    form.reset(residentFormValues(current))
  }

  const saving = useMutation({
    mutationFn: (draft: ResidentChange) =>
      ask('resident.save', { id: resident?.id ?? null, revision, draft }),
    onMutate: formDraft.hold,
    onSuccess: (saved) => {
      void invalidateLists(queries)
      if (resident === null) {
        formDraft.saved()
        rememberNotice(words.savedNew(saved.name))
        leaveTo(`/residents/${saved.id}`)
        return
      }
      follow(saved)
      formDraft.saved()
      setNotice(words.saved)
    },
    onError: (error) => {
      setNotice(null)
      formDraft.release()
      markFailure(form, failureOf(error))
    },
  })

  const reloading = useMutation({
    mutationFn: async (id: number) => {
      await formDraft.keepAside()
      return ask('resident.get', { id })
    },
    onSuccess: async (current) => {
      saving.reset()
      follow(current)
      await formDraft.offerAgain()
    },
    onError: (error) => markFailure(form, failureOf(error)),
  })

  return {
    save: (draft: ResidentChange) => {
      if (!saving.isPending) saving.mutate(draft)
    },
    reload: () => {
      if (resident !== null) reloading.mutate(resident.id)
    },
    isSaving: saving.isPending || reloading.isPending,
    isStale: saving.error !== null && failureOf(saving.error).code === 'staleRecord',
    notice,
  }
}

async function invalidateLists(queries: ReturnType<typeof useQueryClient>): Promise<void> {
  const changed = ['resident.list', 'building.list', 'household.get', 'resident.visits', 'app.state']
  await Promise.all(changed.map((channel) => queries.invalidateQueries({ queryKey: [channel] })))
}
