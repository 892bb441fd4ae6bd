import { useEffect, useState } from 'react'
import type { FamilyDraft } from '../../../domain/household.ts'
import type { DwellingDraft, Household } from '../../../domain/resident.ts'
import { nextRoom } from '../../../domain/room-floor.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { markFailure } from '../../ui/form/form-failure.tsx'
import type { FormDraft } from '../../ui/form/use-form-draft.ts'
import { blankFamily, type FamilyValues } from './family-form-schema.ts'
import type { FamilyForm } from './family-member-row.tsx'
import { useHouseholdChange } from './use-household-change.ts'

interface SavedFamily {
  readonly headId: number
  readonly headName: string
  readonly memberCount: number
  readonly dwelling: DwellingDraft
}

/** Saves the family and begins the one behind the next door. */
export function useSaveFamily(form: FamilyForm, draft: FormDraft, onNext: (start: FamilyValues) => void) {
  const [saved, setSaved] = useState<SavedFamily | null>(null)
  const { setFocus } = form
  // The room may not be the next one after all: from there the keyboard goes on, once the fields are empty again.
  useEffect(() => {
    if (saved !== null) setFocus('dwelling.room', { shouldSelect: true })
  }, [saved, setFocus])
  const saving = useHouseholdChange(
    (family: FamilyDraft) => ask('household.addFamily', family),
    (household) => {
      const { dwelling, residenceStatus } = form.getValues()
      const next: FamilyValues = {
        ...blankFamily,
        residenceStatus,
        dwelling: { ...dwelling, room: nextRoom(dwelling.room) },
      }
      setSaved(savedFamily(household, dwelling))
      onNext(next)
      form.reset(next)
      draft.saved()
    },
  )
  return {
    save: (family: FamilyDraft) => {
      if (saving.isPending) return
      draft.hold()
      saving.mutate(family, {
        onError: (error) => {
          draft.release()
          markFailure(form, failureOf(error))
        },
      })
    },
    isSaving: saving.isPending,
    saved,
  }
}

function savedFamily({ members }: Household, dwelling: DwellingDraft): SavedFamily {
  const head = members.find(({ isHead }) => isHead) ?? members[0]
  return { headId: head?.id ?? 0, headName: head?.name ?? '', memberCount: members.length, dwelling }
}
