import type { Generated } from 'kysely'

/** The tables of buildings and of the office itself, a part of the ledger's. */
export interface PlacesSchema {
  readonly buildingAlias: BuildingAliasTable
  readonly officeWorker: OfficeWorkerTable
  readonly residentGroup: ResidentGroupTable
  readonly grid: GridTable
  readonly buildingArea: BuildingAreaTable
  readonly buildingHead: BuildingHeadTable
  readonly residentRepresentative: ResidentRepresentativeTable
  readonly facility: FacilityTable
  readonly stationedUnit: StationedUnitTable
  readonly partyOrganisation: PartyOrganisationTable
  readonly yearlyFigure: YearlyFigureTable
  readonly officeProfile: OfficeProfileTable
}

/** Another name a building is found by: how it was called before, or is called in somebody's lists. */
interface BuildingAliasTable {
  name: string
  buildingId: number
}

/** Who works in the office, whether or not they have an account. */
interface OfficeWorkerTable {
  id: Generated<number>
  name: string
  post: string
  education: string | null
  fromOn: string | null
  toOn: string | null
  note: string
  revision: number
}

interface ResidentGroupTable {
  id: Generated<number>
  name: string
  note: string
  revision: number
}

interface GridTable {
  id: Generated<number>
  /** As the street office writes it; nothing is read out of it. */
  code: string
  officeWorkerId: number | null
  note: string
  revision: number
}

interface BuildingAreaTable {
  buildingId: number
  /** Empty for the whole building. */
  unit: string
  residentGroupId: number | null
  gridId: number | null
}

interface BuildingHeadTable {
  id: Generated<number>
  buildingId: number
  /** Empty for the whole building. */
  unit: string
  residentId: number
  fromOn: string | null
  toOn: string | null
  note: string
  revision: number
}

interface ResidentRepresentativeTable {
  id: Generated<number>
  residentId: number
  residentGroupId: number | null
  fromOn: string | null
  toOn: string | null
  note: string
  revision: number
}

interface FacilityTable {
  id: Generated<number>
  name: string
  kind: string
  areaTenthsM2: number | null
  openedWhen: string | null
  tenure: string
  note: string
  revision: number
}

interface StationedUnitTable {
  id: Generated<number>
  name: string
  kind: string
  contact: string
  phone: string
  note: string
  revision: number
}

interface PartyOrganisationTable {
  id: Generated<number>
  level: string
  name: string
  secretary: string
  memberCount: number | null
  note: string
  revision: number
}

interface YearlyFigureTable {
  id: Generated<number>
  indicator: string
  /** A decimal number as it was typed. */
  value: string
  unit: string
  /** Whether the figure is of the day or of the year that ends with it. */
  span: string
  asOfOn: string
  note: string
  revision: number
}

interface OfficeProfileTable {
  id: number
  divisionCode: string
  address: string
  areaHundredthsKm2: number | null
  officeTenure: string | null
  officeAreaTenthsM2: number | null
  yearlyFundsFen: number | null
  revision: number
}
