import type { LedgerOperations } from '../ledger-operations.ts'
import { getBuilding, listBuildings, pageOfBuildings, pageOfDwellings } from './building.queries.ts'
import {
  addBuilding,
  mergeBuildings,
  renameBuilding,
  setBuildingAliases,
  setBuildingArea,
  setBuildingDemolished,
} from './building.service.ts'

/** What the ledger answers about buildings. */
export const buildingOperations = {
  'building.list': (ledger) => listBuildings(ledger),
  'building.page': pageOfBuildings,
  'building.get': getBuilding,
  'building.dwellings': pageOfDwellings,
  'building.add': addBuilding,
  'building.rename': renameBuilding,
  'building.setAliases': setBuildingAliases,
  'building.setDemolished': setBuildingDemolished,
  'building.setArea': setBuildingArea,
  'building.merge': mergeBuildings,
} satisfies LedgerOperations<
  | 'building.list'
  | 'building.page'
  | 'building.get'
  | 'building.dwellings'
  | 'building.add'
  | 'building.rename'
  | 'building.setAliases'
  | 'building.setDemolished'
  | 'building.setArea'
  | 'building.merge'
>
