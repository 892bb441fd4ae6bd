import type { Insertable } from 'kysely'
import { asCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { EndedPost } from './life-effects.ts'

export async function insertLifeEvent(
  trx: LedgerTransaction,
  event: Insertable<LedgerSchema['lifeEvent']>,
): Promise<number> {
  const { id } = await trx.insertInto('lifeEvent').values(event).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function markEventWithdrawn(
  trx: LedgerTransaction,
  id: number,
  withdrawn: { readonly withdrawnAt: string; readonly withdrawnBy: string },
): Promise<void> {
  await trx.updateTable('lifeEvent').set(withdrawn).where('id', '=', id).execute()
}

export async function setPresence(
  trx: LedgerTransaction,
  residentId: number,
  presence: string,
  updatedAt: string,
): Promise<void> {
  await trx
    .updateTable('resident')
    .set((eb) => ({ presence, revision: eb('revision', '+', 1), updatedAt }))
    .where('id', '=', residentId)
    .execute()
}

const postTables = ['buildingHead', 'residentRepresentative'] as const

/** Ends with a day the posts somebody has then. Shape: what they were before. */
export async function endPosts(
  trx: LedgerTransaction,
  residentId: number,
  on: CalendarDate,
): Promise<EndedPost[]> {
  const ended: EndedPost[] = []
  for (const table of postTables) {
    const posts = await trx
      .selectFrom(table)
      .select(['id', 'toOn'])
      .where('residentId', '=', residentId)
      .where(({ eb, or }) => or([eb('fromOn', 'is', null), eb('fromOn', '<=', on)]))
      .where(({ eb, or }) => or([eb('toOn', 'is', null), eb('toOn', '>', on)]))
      .execute()
    for (const { id, toOn } of posts) {
      await setLastDay(trx, { table, id }, on)
      ended.push({ table, id, toOn: toOn === null ? null : asCalendarDate(toOn) })
    }
  }
  return ended
}

/** Gives those of the posts their last day back that still end with the day they were ended with. */
export async function restorePosts(
  trx: LedgerTransaction,
  posts: readonly EndedPost[],
  endedOn: string,
): Promise<void> {
  for (const { table, id, toOn } of posts) {
    const post = await trx.selectFrom(table).select('toOn').where('id', '=', id).executeTakeFirst()
    if (post?.toOn === endedOn) await setLastDay(trx, { table, id }, toOn)
  }
}

async function setLastDay(
  trx: LedgerTransaction,
  { table, id }: Pick<EndedPost, 'table' | 'id'>,
  toOn: CalendarDate | null,
): Promise<void> {
  await trx
    .updateTable(table)
    .set((eb) => ({ toOn, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
