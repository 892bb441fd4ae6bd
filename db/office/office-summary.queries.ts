import type { CalendarDate } from '../../domain/calendar-date.ts'
import { educationSchema } from '../../domain/codes/code-schemas.ts'
import { isCollegeEducated } from '../../domain/codes/education.ts'
import { facilityKinds, partyLevels, tenures } from '../../domain/codes/office-codes.ts'
import { officeSummarySchema, type OfficeSummary } from '../../domain/office-profile.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'

/** Sums over the registers as they stood on a day, and over the people and places there are now. */
export async function officeSummary(
  ledger: Ledger,
  { asOfOn }: { readonly asOfOn: CalendarDate },
): Promise<OfficeSummary> {
  return inOneMoment(ledger, async (db) => {
    const workers = await workersOn(db, asOfOn)
    const educations = workers.flatMap(({ education }) => education ?? [])
    const facilities = await db.selectFrom('facility').select(['kind', 'tenure', 'areaTenthsM2']).execute()
    const party = await db.selectFrom('partyOrganisation').select(['level', 'memberCount']).execute()
    return officeSummarySchema.parse({
      asOfOn,
      ...(await placesNow(db)),
      residentGroupCount: await countOf(db, 'residentGroup'),
      gridCount: await countOf(db, 'grid'),
      buildingHeadCount: await holdersOn(db, 'buildingHead', asOfOn),
      representativeCount: await holdersOn(db, 'residentRepresentative', asOfOn),
      workerCount: workers.length,
      educatedWorkerCount: educations.length,
      collegeWorkerCount: educations.filter((one) => isCollegeEducated(educationSchema.parse(one))).length,
      facilities: countsBy(
        facilityKinds,
        facilities.map(({ kind }) => kind),
      ),
      facilityAreaTenthsM2: facilities.reduce((total, { areaTenthsM2 }) => total + (areaTenthsM2 ?? 0), 0),
      facilityTenures: countsBy(
        tenures,
        facilities.map(({ tenure }) => tenure),
      ),
      stationedUnitCount: await countOf(db, 'stationedUnit'),
      partyOrganisations: countsBy(
        partyLevels,
        party.map(({ level }) => level),
      ),
      partyMemberCount: party.reduce((total, { memberCount }) => total + (memberCount ?? 0), 0),
    })
  })
}

/** Only codes that occur, in the order of their table. */
function countsBy(table: Readonly<Record<string, string>>, codes: readonly string[]) {
  return Object.keys(table)
    .map((code) => ({ code, count: codes.filter((one) => one === code).length }))
    .filter(({ count }) => count > 0)
}

async function countOf(db: LedgerReader, table: 'residentGroup' | 'grid' | 'stationedUnit'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Several posts of one person are several; whoever was removed from the ledger holds none. */
async function holdersOn(
  db: LedgerReader,
  table: 'buildingHead' | 'residentRepresentative',
  on: CalendarDate,
): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .innerJoin('resident', 'resident.id', `${table}.residentId`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('removedAt', 'is', null)
    .where(({ eb, or }) => or([eb('fromOn', 'is', null), eb('fromOn', '<=', on)]))
    .where(({ eb, or }) => or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
    .executeTakeFirstOrThrow()
  return count
}

async function workersOn(db: LedgerReader, on: CalendarDate) {
  return db
    .selectFrom('officeWorker')
    .select('education')
    .where(({ eb, or }) => or([eb('fromOn', 'is', null), eb('fromOn', '<=', on)]))
    .where(({ eb, or }) => or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
    .execute()
}

async function placesNow(db: LedgerReader) {
  const { buildingCount } = await db
    .selectFrom('building')
    .select(({ fn }) => fn.countAll<number>().as('buildingCount'))
    .where('demolishedOn', 'is', null)
    .executeTakeFirstOrThrow()
  const units = await db
    .selectFrom('dwelling')
    .select(({ fn }) => ['buildingId', 'unit', fn.countAll<number>().as('dwellingCount')])
    .groupBy(['buildingId', 'unit'])
    .execute()
  const { residentCount, householdCount } = await db
    .selectFrom('resident')
    .select(({ fn }) => [
      fn.countAll<number>().as('residentCount'),
      fn.count<number>('householdId').distinct().as('householdCount'),
    ])
    .where('presence', '=', 'here')
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    buildingCount,
    unitCount: units.filter(({ unit }) => unit !== '').length,
    dwellingCount: units.reduce((total, unit) => total + unit.dwellingCount, 0),
    householdCount,
    residentCount,
  }
}
