import { listBuildings } from './building/building.queries.ts'
import { saveCommittee, saveSettings } from './committee/committee.service.ts'
import { getHousehold } from './household/household.queries.ts'
import type { LedgerOperations } from './ledger-operations.ts'
import { paperOperations } from './paper/paper.operations.ts'
import { listResidents } from './resident/resident-list.queries.ts'
import { findIdNumberOwner, getResident } from './resident/resident.queries.ts'
import { saveResident } from './resident/resident.service.ts'
import { rosterImportOperations } from './roster-import/roster-import.operations.ts'
import { staffOperations } from './staff/staff.operations.ts'
import { visitOperations } from './visit/visit.operations.ts'

/** What the ledger answers to each of its channels. */
export const ledgerOperations: LedgerOperations = {
  'committee.save': saveCommittee,
  'settings.save': saveSettings,
  'building.list': listBuildings,
  'resident.list': listResidents,
  'resident.get': (ledger, { id }) => getResident(ledger, id),
  'resident.save': saveResident,
  'resident.idNumberOwner': (ledger, { idNumber, exceptId }) => findIdNumberOwner(ledger, idNumber, exceptId),
  'household.get': (ledger, { id }) => getHousehold(ledger, id),
  ...staffOperations,
  ...rosterImportOperations,
  ...visitOperations,
  ...paperOperations,
}
