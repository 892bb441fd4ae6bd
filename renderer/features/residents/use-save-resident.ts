import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { markFailure } from '../../ui/form/form-failure.tsx'
import type { FormDraft } from '../../ui/form/use-form-draft.ts'
import { leaveTo } from '../../ui/leave-guard.tsx'
import type { VersionChoice } from '../../ui/versions.ts'
import { askPeopleAnew } from './ask-people-anew.ts'
import { type ResidentFormValues, residentFormValues } from './resident-form-schema.ts'
import { chosenValues, residentVersions } from './resident-versions.ts'
import { rememberNotice } from './residents-store.ts'

type ResidentFormOf = UseFormReturn<ResidentFormValues, unknown, ResidentChange>

const words = residentLabels.page

/** Saves the form on the revision it was filled from, and says so only once the ledger has answered. */
export function useSaveResident(
  form: ResidentFormOf,
  resident: ResidentView | null,
  initialNotice: string | null,
  formDraft: FormDraft,
  ownFields: readonly OwnField[],
) {
  const queries = useQueryClient()
  /** What the form was filled from. */
  const [base, setBase] = useState(resident)
  // Saving right after a choice must not wait for the next drawing.
  const revision = useRef(resident?.revision ?? null)
  /** What somebody else saved meanwhile, while the clerk chooses between the two. */
  const [theirs, setTheirs] = useState<ResidentView | null>(null)
  const [notice, setNotice] = useState(initialNotice)
  /** Whether the person wanted it put right, which the history says. */
  const [isCorrection, setIsCorrection] = useState(false)

  const follow = (current: ResidentView) => {
    queries.setQueryData(ledgerQuery('resident.get', { id: current.id }).queryKey, current)
    setBase(current)
    revision.current = current.revision
    form.reset(residentFormValues(current, ownFields))
  }

  const comparing = useMutation({
    mutationFn: (id: number) => ask('resident.get', { id }),
    onSuccess: setTheirs,
    onError: (error) => markFailure(form, failureOf(error)),
  })

  const saving = useMutation({
    mutationFn: (draft: ResidentChange) =>
      ask('resident.save', {
        id: base?.id ?? null,
        revision: revision.current,
        draft,
        ...(isCorrection ? { isCorrection: true as const } : {}),
      }),
    onMutate: formDraft.hold,
    onSuccess: (saved) => {
      askPeopleAnew(queries)
      if (base === null) {
        formDraft.saved()
        rememberNotice(words.savedNew(saved.name))
        leaveTo(`/residents/${saved.id}`)
        return
      }
      follow(saved)
      formDraft.saved()
      setIsCorrection(false)
      setNotice(words.saved)
    },
    onError: (error) => {
      setNotice(null)
      formDraft.release()
      const failure = failureOf(error)
      markFailure(form, failure)
      if (failure.code === 'staleRecord' && base !== null) comparing.mutate(base.id)
    },
  })

  return {
    save: (draft: ResidentChange) => {
      if (!saving.isPending) saving.mutate(draft)
    },
    compare: () => {
      if (base !== null) comparing.mutate(base.id)
    },
    versions:
      theirs === null || base === null ? null : residentVersions(base, form.getValues(), theirs, ownFields),
    /** Takes the other version over, with mine where it was chosen; it is still to be saved. */
    choose: (choices: ReadonlyMap<string, VersionChoice>) => {
      if (theirs === null) return
      const values = chosenValues(form.getValues(), theirs, choices, ownFields)
      saving.reset()
      follow(theirs)
      setTheirs(null)
      form.reset(values, { keepDefaultValues: true })
    },
    dismiss: () => setTheirs(null),
    isCorrection,
    setIsCorrection,
    isSaving: saving.isPending || comparing.isPending,
    isStale: saving.error !== null && failureOf(saving.error).code === 'staleRecord',
    notice,
  }
}
