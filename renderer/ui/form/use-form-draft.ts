import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DraftForm, OfferedDraft } from '../../../domain/draft.ts'
import { draftKey } from '../../../domain/draft-key.ts'
import { mayUse } from '../../../domain/permission.ts'
import { holdDraft, keepDraft } from '../../ledger/draft-keeper.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useFormIsOpen } from '../../ledger/open-forms.ts'

interface FormDraftOptions {
  readonly form: DraftForm
  /** The version of the record that the form was filled from. */
  readonly baseRevision: number | null
  /** Gets the fields that were changed the last time; what they hold must be checked. */
  readonly onTake: (stored: Readonly<Record<string, unknown>>) => void
}

/** What a form does with its draft. */
export interface FormDraft {
  /** What was left the last time, until the user has said what becomes of it. */
  readonly offer: OfferedDraft | null
  /** What was put back into the form and is not saved yet. */
  readonly taken: OfferedDraft | null
  /** False when the ledger could not keep it: then leaving loses something. */
  readonly isKept: boolean
  readonly take: () => void
  readonly discard: () => void
  /** The fields that differ from what is stored; null when none does. */
  readonly changed: (fields: Readonly<Record<string, unknown>> | null) => void
  /** From the moment a saving begins until it has failed. */
  readonly hold: () => void
  readonly release: () => void
  /** The saving took the draft away with it. */
  readonly saved: () => void
}

/** Keeps a form while it is typed in and offers what was left of it the last time. */
export function useFormDraft({ form, baseRevision, onTake }: FormDraftOptions): FormDraft {
  const queries = useQueryClient()
  useFormIsOpen(draftKey(form))
  const query = ledgerQuery('draft.get', { form })
  const actor = useReadyState()?.actor ?? null
  const { data, isSuccess } = useQuery({
    ...query,
    // Who only looks types nothing, and would be written down as refused.
    enabled: mayUse(actor, 'draft.get'),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnMount: 'always',
  })
  const [isAnswered, setIsAnswered] = useState(false)
  const [taken, setTaken] = useState<OfferedDraft | null>(null)
  const [isKept, setIsKept] = useState(true)
  const offer = isAnswered || data === undefined ? null : data
  const isWaiting = !isSuccess || offer !== null
  // Read by listeners that outlive a drawing; nothing on the screen depends on them.
  const state = useRef({
    last: null as Readonly<Record<string, unknown>> | null,
    isStored: false,
    isHeld: false,
  })

  const listChanged = () => void queries.invalidateQueries({ queryKey: ['draft.list'] })
  const forget = () => {
    holdDraft(form)
    if (!state.current.isStored) return
    state.current.isStored = false
    void ask('draft.discard', { form })
      .catch(() => undefined)
      .then(listChanged)
  }
  const keepLast = () => {
    const { last, isHeld } = state.current
    if (isHeld) return
    if (last === null) {
      forget()
      return
    }
    state.current.isStored = true
    keepDraft({ form, content: JSON.stringify(last), baseRevision }, (hasKept) => {
      setIsKept(hasKept)
      listChanged()
    })
  }

  const keepFirst = useEffectEvent(() => {
    if (state.current.last !== null) keepLast()
  })
  useEffect(() => {
    // What was typed while the ledger was asked.
    if (!isWaiting) keepFirst()
  }, [isWaiting])

  return {
    offer,
    taken,
    isKept,
    take: () => {
      if (offer === null) return
      state.current.isStored = true
      setIsAnswered(true)
      setTaken(offer)
      onTake(fieldsIn(offer.content))
    },
    discard: () => {
      state.current.isStored = true
      setIsAnswered(true)
      forget()
      if (state.current.last !== null) keepLast()
    },
    changed: (fields) => {
      state.current.last = fields
      // What was left the last time must not be written over before its owner has seen it.
      if (!isWaiting) keepLast()
    },
    hold: () => {
      state.current.isHeld = true
      holdDraft(form)
    },
    release: () => {
      state.current.isHeld = false
      keepLast()
    },
    saved: () => {
      state.current = { last: null, isStored: false, isHeld: false }
      setTaken(null)
      setIsAnswered(true)
      listChanged()
    },
  }
}

function fieldsIn(content: string): Readonly<Record<string, unknown>> {
  const stored: unknown = JSON.parse(content)
  return typeof stored === 'object' && stored !== null ? { ...stored } : {}
}
