import type { CalendarDate } from '../../domain/calendar-date.ts'
import { closingOnDamage } from '../damage.ts'
import type { Ledger } from '../ledger.ts'

/** Shape: where somebody is visited, and who looks after that place. */
export interface DuePlace {
  readonly residentId: number
  readonly householdId: number
  readonly buildingId: number | null
  readonly buildingName: string | null
  readonly workerId: number | null
  readonly workerName: string | null
  readonly headId: number | null
  readonly headName: string | null
  readonly claimantId: number | null
  readonly claimantName: string | null
}

/** The places of these people in walking order: building, door, household, head first. */
export function placesInWalkingOrder(
  ledger: Pick<Ledger, 'raw'>,
  residentIds: Iterable<number>,
  on: CalendarDate,
): readonly DuePlace[] {
  return closingOnDamage(ledger.raw, () =>
    ledger.raw
      .prepare<[{ on: string; ids: string }], DuePlace>(
        `WITH head AS (
           SELECT buildingId, unit, min(buildingHead.id) AS id, resident.id AS headId, name AS headName
           FROM buildingHead JOIN resident ON resident.id = residentId
           WHERE resident.removedAt IS NULL AND presence = 'here'
             AND (fromOn IS NULL OR fromOn <= @on) AND (toOn IS NULL OR toOn >= @on)
           GROUP BY buildingId, unit
         )
         SELECT resident.id AS residentId, householdId, building.id AS buildingId, building.name AS buildingName,
           officeWorker.id AS workerId, officeWorker.name AS workerName,
           coalesce(ofUnitHead.headId, ofBuildingHead.headId) AS headId,
           coalesce(ofUnitHead.headName, ofBuildingHead.headName) AS headName,
           claimant.id AS claimantId,
           coalesce(
             (SELECT member.name FROM resident AS member
              WHERE member.id = claimant.residentId AND member.removedAt IS NULL),
             (SELECT staff.name FROM staff WHERE staff.id = claimant.staffId),
             claimant.name
           ) AS claimantName
         FROM json_each(@ids) AS wanted JOIN resident ON resident.id = wanted.value
         JOIN household ON household.id = householdId
         LEFT JOIN dwelling ON dwelling.id = dwellingId
         LEFT JOIN building ON building.id = dwelling.buildingId
         LEFT JOIN buildingArea AS ofUnit ON ofUnit.buildingId = building.id AND ofUnit.unit = dwelling.unit
         LEFT JOIN buildingArea AS ofBuilding ON ofBuilding.buildingId = building.id AND ofBuilding.unit = ''
         LEFT JOIN grid ON grid.id = coalesce(ofUnit.gridId, ofBuilding.gridId)
         LEFT JOIN officeWorker ON officeWorker.id = officeWorkerId
         LEFT JOIN head AS ofUnitHead ON ofUnitHead.buildingId = building.id AND ofUnitHead.unit = dwelling.unit
         LEFT JOIN head AS ofBuildingHead ON ofBuildingHead.buildingId = building.id AND ofBuildingHead.unit = ''
         LEFT JOIN claim ON claim.residentId = resident.id AND claim.fromOn <= @on
           AND (claim.toOn IS NULL OR claim.toOn >= @on)
         LEFT JOIN claimant ON claimant.id = claimantId
         ORDER BY dwelling.id IS NULL, building.sortKey, building.id, dwelling.sortKey, dwelling.id,
           household.id, headResidentId IS NOT resident.id, resident.id`,
      )
      .all({ on, ids: JSON.stringify([...residentIds]) }),
  )
}
