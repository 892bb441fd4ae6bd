import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isListed, type OwnField } from '../../domain/own-field.ts'
import { mayReadField } from '../../domain/resident-field-access.ts'
import { useReadyState } from './app-state.ts'
import { ledgerQuery } from './ledger-query.ts'

const none: readonly OwnField[] = []

/** Every field the office added by itself, in the order of the forms; none until the ledger has answered. */
export function useOwnFields(): readonly OwnField[] {
  return useQuery(ledgerQuery('ownField.list', {})).data ?? none
}

/** Those of them that the list of residents has a column of, for whoever is at the desk. */
export function useListedOwnFields(): readonly OwnField[] {
  const ownFields = useOwnFields()
  const actor = useReadyState()?.actor
  const isReader = actor !== undefined && mayReadField(actor, 'ownValues')
  return useMemo(() => (isReader ? ownFields.filter(isListed) : none), [isReader, ownFields])
}
