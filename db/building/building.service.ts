import { naturalSortKey } from '../../domain/address.ts'
import type { BuildingView } from '../../domain/building.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { buildingView } from './building.queries.ts'
import {
  aliasesOf,
  areGroupAndGridThere,
  countLivingIn,
  deleteBuilding,
  findBuilding,
  findNameOwners,
  insertBuilding,
  moveAreasAndHeads,
  replaceAliases,
  updateBuilding,
  upsertArea,
} from './building.repository.ts'
import { askForOtherBuilding } from './buildings-asked-for.repository.ts'
import { moveDwellings, sortDwellingsAnew } from './dwelling.service.ts'

interface OfBuilding {
  readonly id: number
  readonly revision: number
}

/** A building before anybody lives in it. Throws: buildingNameTaken. */
export async function addBuilding(
  ledger: Ledger,
  { name }: { readonly name: string },
): Promise<BuildingView> {
  return inTransaction(ledger, async (trx) => {
    await refuseTakenNames(trx, [name], null, 'name')
    // Said by somebody, so it stays although it has no door yet.
    const id = await insertBuilding(trx, { name, sortKey: naturalSortKey(name), revision: 2 })
    return {
      value: await buildingView(trx, id),
      entries: [{ action: 'added', objectType: 'building', objectId: id }],
    }
  })
}

/** Another name, by which its doors are sorted from now on; the old one is still understood. Throws: buildingNameTaken, notFound, staleRecord. */
export async function renameBuilding(
  ledger: Ledger,
  { name, ...of }: OfBuilding & { readonly name: string },
): Promise<BuildingView> {
  return changeBuilding(ledger, of, 'name', async (trx, building) => {
    await refuseTakenNames(trx, [name], of.id, 'name')
    const aliases = await aliasesOf(trx, of.id)
    await replaceAliases(
      trx,
      of.id,
      [...aliases, building.name].filter((alias) => alias !== name),
    )
    await updateBuilding(trx, of.id, { name, sortKey: naturalSortKey(name) })
    await sortDwellingsAnew(trx, of.id, name)
  })
}

/** All other names of a building. Throws: buildingNameTaken, notFound, staleRecord. */
export async function setBuildingAliases(
  ledger: Ledger,
  { aliases, ...of }: OfBuilding & { readonly aliases: readonly string[] },
): Promise<BuildingView> {
  return changeBuilding(ledger, of, 'aliases', async (trx, { name }) => {
    await refuseTakenNames(trx, aliases, of.id, 'aliases')
    await replaceAliases(
      trx,
      of.id,
      aliases.filter((alias) => alias !== name),
    )
    await updateBuilding(trx, of.id, {})
  })
}

/** Pulled down, or standing after all; who is only registered there stays so. Throws: buildingInhabited, invalidInput, notFound, staleRecord. */
export async function setBuildingDemolished(
  ledger: Ledger,
  { demolishedOn, ...of }: OfBuilding & { readonly demolishedOn: CalendarDate | null },
): Promise<BuildingView> {
  return changeBuilding(ledger, of, 'demolishedOn', async (trx) => {
    if (demolishedOn !== null && demolishedOn > ledger.clock.todayOn())
      throw new FailureError('invalidInput', 'demolishedOn')
    const livingCount = demolishedOn === null ? 0 : await countLivingIn(trx, of.id)
    if (livingCount > 0) throw new FailureError('buildingInhabited', undefined, String(livingCount))
    await updateBuilding(trx, of.id, { demolishedOn })
  })
}

/** Which group and grid a unit belongs to. Throws: notFound, staleRecord. */
export async function setBuildingArea(
  ledger: Ledger,
  {
    id,
    revision,
    ...area
  }: OfBuilding & {
    readonly unit: string
    readonly residentGroupId: number | null
    readonly gridId: number | null
  },
): Promise<BuildingView> {
  return changeBuilding(ledger, { id, revision }, 'area', async (trx) => {
    if (!(await areGroupAndGridThere(trx, area))) throw new FailureError('notFound')
    await upsertArea(trx, { buildingId: id, ...area })
    await updateBuilding(trx, id, {})
  })
}

/** One building under two names becomes one, with all doors, households, names, posts and whatever asks for it. Throws: invalidInput, notFound, staleRecord. */
export async function mergeBuildings(
  ledger: Ledger,
  { intoId, intoRevision, ...from }: OfBuilding & { readonly intoId: number; readonly intoRevision: number },
): Promise<BuildingView> {
  if (from.id === intoId) throw new FailureError('invalidInput', 'intoId')
  return changeBuilding(
    ledger,
    { id: intoId, revision: intoRevision },
    'mergedBuilding',
    async (trx, into) => {
      const gone = await buildingAt(trx, from)
      const names = [...(await aliasesOf(trx, intoId)), gone.name, ...(await aliasesOf(trx, gone.id))]
      await moveAreasAndHeads(trx, gone.id, intoId)
      await moveDwellings(trx, gone.id, into)
      await askForOtherBuilding(trx, { fromId: gone.id, intoId })
      await deleteBuilding(trx, gone.id)
      await replaceAliases(trx, intoId, names)
      await updateBuilding(trx, intoId, {})
    },
  )
}

type StoredBuilding = NonNullable<Awaited<ReturnType<typeof findBuilding>>>

async function changeBuilding(
  ledger: Ledger,
  of: OfBuilding,
  field: string,
  change: (trx: LedgerTransaction, building: StoredBuilding) => Promise<void>,
): Promise<BuildingView> {
  return inTransaction(ledger, async (trx) => {
    await change(trx, await buildingAt(trx, of))
    return {
      value: await buildingView(trx, of.id),
      entries: [{ action: 'changed', objectType: 'building', objectId: of.id, fields: [field] }],
    }
  })
}

async function buildingAt(trx: LedgerTransaction, { id, revision }: OfBuilding): Promise<StoredBuilding> {
  const building = await findBuilding(trx, id)
  if (building === undefined) throw new FailureError('notFound')
  if (building.revision !== revision) throw new FailureError('staleRecord')
  return building
}

/** A name that finds two buildings would put people into either. */
async function refuseTakenNames(
  trx: LedgerTransaction,
  names: readonly string[],
  ownId: number | null,
  field: string,
): Promise<void> {
  if (names.length === 0) return
  const others = (await findNameOwners(trx, names)).filter(({ id }) => id !== ownId)
  if (others.length > 0) throw new FailureError('buildingNameTaken', field)
}
