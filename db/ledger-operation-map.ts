import { checkAuditTrail, listAuditEntries } from './audit/audit.queries.ts'
import { buildingOperations } from './building/building.operations.ts'
import { bulkChangeOperations } from './bulk-change/bulk-change.operations.ts'
import { claimOperations } from './claim/claim.operations.ts'
import { careEventOperations } from './care-event/care-event.operations.ts'
import { saveCommittee, saveSettings } from './committee/committee.service.ts'
import { countOperations } from './count/count.operations.ts'
import { diaryOperations } from './diary/diary.operations.ts'
import { duplicateOperations } from './duplicate/duplicate.operations.ts'
import { draftOperations } from './draft/draft.operations.ts'
import { helpCaseOperations } from './help-case/help-case.operations.ts'
import { lifeOperations } from './life/life.operations.ts'
import { householdOperations } from './household/household.operations.ts'
import type { LedgerOperations } from './ledger-operations.ts'
import { noticeOperations } from './notice/notice.operations.ts'
import { officeOperations } from './office/office.operations.ts'
import { ownFieldOperations } from './own-field/own-field.operations.ts'
import { paperOperations } from './paper/paper.operations.ts'
import { listResidents } from './resident/resident-list.queries.ts'
import { findIdNumberOwner } from './resident/resident.queries.ts'
import { saveResidentChange } from './resident/resident.service.ts'
import { getResidentView } from './resident/resident-view.queries.ts'
import { revealOfResident } from './resident/reveal-resident.service.ts'
import { retentionOperations } from './retention/retention.operations.ts'
import { rosterImportOperations } from './roster-import/roster-import.operations.ts'
import { rosterOperations } from './roster/roster.operations.ts'
import { savedFilterOperations } from './saved-filter/saved-filter.operations.ts'
import { sealField, unsealField } from './sealed-matter/seal-field.service.ts'
import { listSealedPeople, saveSealedMatters } from './sealed-matter/sealed-matter.service.ts'
import { staffOperations } from './staff/staff.operations.ts'
import { visitFigureOperations } from './visit-figure/visit-figure.operations.ts'
import { visitOperations } from './visit/visit.operations.ts'

/** What the ledger answers to each of its channels. */
export const ledgerOperations: LedgerOperations = {
  'committee.save': saveCommittee,
  'settings.save': saveSettings,
  'settings.saveIdleLock': saveSettings,
  'resident.list': listResidents,
  'resident.get': (ledger, { id }, { key }) => getResidentView(ledger, id, key),
  'resident.save': saveResidentChange,
  'resident.reveal': revealOfResident,
  'resident.listSealed': listSealedPeople,
  'resident.saveSealed': saveSealedMatters,
  'resident.seal': sealField,
  'resident.unseal': unsealField,
  'resident.idNumberOwner': (ledger, { idNumber, exceptId }) => findIdNumberOwner(ledger, idNumber, exceptId),
  'audit.list': listAuditEntries,
  'audit.check': (ledger, { printed }) => checkAuditTrail(ledger, printed),
  ...lifeOperations,
  ...countOperations,
  ...diaryOperations,
  ...visitFigureOperations,
  ...householdOperations,
  ...bulkChangeOperations,
  ...draftOperations,
  ...buildingOperations,
  ...officeOperations,
  ...ownFieldOperations,
  ...savedFilterOperations,
  ...duplicateOperations,
  ...staffOperations,
  ...rosterImportOperations,
  ...visitOperations,
  ...claimOperations,
  ...careEventOperations,
  ...helpCaseOperations,
  ...paperOperations,
  ...rosterOperations,
  ...noticeOperations,
  ...retentionOperations,
}
