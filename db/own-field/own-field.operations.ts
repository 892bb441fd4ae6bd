import type { LedgerOperations } from '../ledger-operations.ts'
import { listOwnFields } from './own-field.queries.ts'
import { moveOwnField, removeOwnField, saveOwnField, setOwnFieldRetired } from './own-field.service.ts'

type OwnFieldChannel =
  'ownField.list' | 'ownField.save' | 'ownField.move' | 'ownField.setRetired' | 'ownField.remove'

/** What the ledger answers about the fields an office added by itself. */
export const ownFieldOperations = {
  'ownField.list': ({ db }) => listOwnFields(db),
  'ownField.save': saveOwnField,
  'ownField.move': moveOwnField,
  'ownField.setRetired': setOwnFieldRetired,
  'ownField.remove': removeOwnField,
} satisfies LedgerOperations<OwnFieldChannel>
