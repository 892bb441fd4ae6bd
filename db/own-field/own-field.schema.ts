import type { Generated } from 'kysely'
import type { Flag } from '../flag-column.ts'

/** The tables of the fields an office added by itself, a part of the ledger's schema. */
export interface OwnFieldSchema {
  readonly ownField: OwnFieldTable
  readonly ownFieldChoice: OwnFieldChoiceTable
  readonly residentOwnValue: ResidentOwnValueTable
  readonly householdOwnValue: HouseholdOwnValueTable
}

interface OwnFieldTable {
  id: Generated<number>
  owner: string
  name: string
  kind: string
  position: number
  isRetired: Flag
  /** Set with the first value and never taken back: the history names the field from then on. */
  isUsed: Flag
  /** Whether the list of residents on the screen has a column of it. */
  isInList: Flag
  revision: number
}

interface OwnFieldChoiceTable {
  id: Generated<number>
  ownFieldId: number
  position: number
  name: string
  isRetired: Flag
}

interface ResidentOwnValueTable {
  residentId: number
  ownFieldId: number
  /** In the one form of the field's kind. */
  value: string
}

interface HouseholdOwnValueTable {
  householdId: number
  ownFieldId: number
  value: string
}
