import { useQuery } from '@tanstack/react-query'
import type { OwnField } from '../../domain/own-field.ts'
import { ledgerQuery } from './ledger-query.ts'

const none: readonly OwnField[] = []

/** Every field the office added by itself, in the order of the forms; none until the ledger has answered. */
export function useOwnFields(): readonly OwnField[] {
  return useQuery(ledgerQuery('ownField.list', {})).data ?? none
}
