import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import type { Ledger } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'

/** A page of the merges, the newest first. */
export async function listMerges(
  ledger: Ledger,
  { offset, limit }: ChannelInput<'duplicate.listMerges'>,
): Promise<ChannelOutput<'duplicate.listMerges'>> {
  return inOneMoment(ledger, async (db) => {
    const { totalCount } = await db
      .selectFrom('residentMerge')
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const rows = await db
      .selectFrom('residentMerge')
      .innerJoin('resident as kept', 'kept.id', 'keptResidentId')
      .innerJoin('resident as merged', 'merged.id', 'mergedResidentId')
      .leftJoin('staff', 'staff.id', 'staffId')
      .select(['residentMerge.id', 'mergedAt', 'undoneAt', 'keptResidentId as keptId'])
      .select(['kept.name as keptName', 'merged.name as mergedName'])
      .select(({ fn, val }) => fn.coalesce('staff.name', val('')).as('staffName'))
      .orderBy('residentMerge.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return { totalCount, rows }
  })
}
