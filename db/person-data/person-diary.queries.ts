import { diaryMatters } from '../../domain/codes/diary-matter.ts'
import { diaryNumber, diaryRowSchema, isDiaryOf } from '../../domain/diary.ts'
import { diaryLabels } from '../../domain/labels/diary.zh.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerReader } from '../ledger.ts'

/** The entries of the diary about somebody, in their order; other people of them are not named. */
export async function diaryEntryRows(db: LedgerReader, residentId: number): Promise<string[][]> {
  const entries = await entriesAbout(db, residentId, 0)
  return entries.map(({ number, entryOn, matter, heard, what, staffName }) => [
    number,
    entryOn,
    matter,
    heard,
    what,
    staffName,
  ])
}

/** The sealed ones that are for who prints, in the columns of sealed matters, where they were asked for. */
export async function sealedDiaryRows(
  db: LedgerReader,
  actor: Actor,
  residentId: number,
  isAsked: boolean,
): Promise<string[][]> {
  if (!isAsked) return []
  const entries = await entriesAbout(db, residentId, 1)
  return entries
    .filter(({ staffId }) => isDiaryOf(actor, staffId))
    .map(({ number, entryOn, heard, what }) => [
      `${diaryLabels.title} ${number}`,
      entryOn,
      '',
      [heard, what].filter((text) => text !== '').join('\n'),
    ])
}

async function entriesAbout(db: LedgerReader, residentId: number, isSealed: 0 | 1) {
  const entries = await db
    .selectFrom('diaryEntry')
    .innerJoin('diaryEntryResident', 'diaryEntryId', 'diaryEntry.id')
    .selectAll('diaryEntry')
    .where('residentId', '=', residentId)
    .where('isSealed', '=', isSealed)
    .orderBy('entryOn')
    .orderBy('diaryEntry.id')
    .execute()
  const others = await db
    .selectFrom('diaryEntryResident')
    .innerJoin('resident', 'resident.id', 'residentId')
    .select(['diaryEntryId', 'name'])
    .where(
      'diaryEntryId',
      'in',
      entries.map(({ id }) => id),
    )
    .where('residentId', '!=', residentId)
    .execute()
  const { name: ownName } = await db
    .selectFrom('resident')
    .select('name')
    .where('id', '=', residentId)
    .executeTakeFirstOrThrow()
  const namesOf = Map.groupBy(others, ({ diaryEntryId }) => diaryEntryId)
  return entries.map((entry) => {
    // A name that holds another goes first, so that no half of it stays.
    const names = (namesOf.get(entry.id) ?? [])
      .map(({ name }) => name)
      .filter((name) => name !== ownName)
      .toSorted((one, other) => other.length - one.length)
    const textOf = (text: string) =>
      names.reduce((told, name) => told.replaceAll(name, diaryLabels.somebody), text)
    const { id, staffId, staffName, entryOn, handling, result, followUpResult } = entry
    const code = diaryRowSchema.shape.matter.parse(entry.matter)
    return {
      id,
      staffId,
      staffName,
      entryOn,
      number: diaryNumber(entry.year, entry.number),
      matter: code === null ? '' : diaryMatters[code],
      heard: textOf(entry.heard),
      what: [handling, result, followUpResult]
        .filter((text) => text !== '')
        .map(textOf)
        .join('\n'),
    }
  })
}
