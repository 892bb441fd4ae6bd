import { draftKey } from '../../domain/draft-key.ts'
import { draftFormOf, type DraftForm, type DraftSummary, type OfferedDraft } from '../../domain/draft.ts'
import { diaryNumber } from '../../domain/diary.ts'
import { actorAt, type Ledger } from '../ledger.ts'

/** What the person at the desk left half filled in of a form; null when there is nothing. */
export async function offeredDraft(ledger: Ledger, form: DraftForm): Promise<OfferedDraft | null> {
  const row = await ledger.db
    .selectFrom('formDraft')
    .select(['content', 'savedAt', 'baseRevision'])
    .where('staffId', '=', actorAt(ledger).staffId)
    .where('formKey', '=', draftKey(form))
    .executeTakeFirst()
  if (row === undefined) return null
  const { content, savedAt, baseRevision } = row
  const record = await recordOf(ledger, form)
  return { content, savedAt, isOutdated: record !== null && record.revision !== baseRevision }
}

/** Every form that waits for the person at the desk, the newest first. */
export async function listDrafts(ledger: Ledger): Promise<DraftSummary[]> {
  const rows = await ledger.db
    .selectFrom('formDraft')
    .select(['formKey', 'savedAt'])
    .where('staffId', '=', actorAt(ledger).staffId)
    .orderBy('savedAt', 'desc')
    .orderBy('formKey')
    .execute()
  const summaries: DraftSummary[] = []
  for (const { formKey, savedAt } of rows) {
    const form = draftFormOf(formKey)
    if (form === null) continue
    const record = await recordOf(ledger, form)
    // Its record may be gone with an import that was undone.
    if ('id' in form && record === null) continue
    summaries.push({
      form,
      savedAt,
      subject: record?.subject ?? '',
      visitRoundId: record?.visitRoundId ?? null,
    })
  }
  return summaries
}

interface DraftedRecord {
  readonly revision: number
  readonly subject: string
  readonly visitRoundId: number | null
}

/** The record a form is about, as it is now; null for a form of no record. */
async function recordOf({ db }: Ledger, form: DraftForm): Promise<DraftedRecord | null> {
  switch (form.form) {
    case 'newResident':
    case 'newFamily':
    case 'newVisitRound':
    case 'newCareEvent':
    case 'newHelpCase':
    case 'committee':
    case 'newDiaryEntry':
      return null
    case 'resident': {
      const found = await db
        .selectFrom('resident')
        .select(['revision', 'name'])
        .where('id', '=', form.id)
        .executeTakeFirst()
      return found === undefined
        ? null
        : { revision: found.revision, subject: found.name, visitRoundId: null }
    }
    case 'diaryEntry': {
      const found = await db
        .selectFrom('diaryEntry')
        .select(['revision', 'year', 'number'])
        .where('id', '=', form.id)
        .executeTakeFirst()
      if (found === undefined) return null
      const { revision, year, number } = found
      return { revision, subject: diaryNumber(year, number), visitRoundId: null }
    }
    // Of whom an event is, is told by the form alone: it may be sealed.
    case 'careEvent': {
      const found = await db
        .selectFrom('careEvent')
        .select('revision')
        .where('id', '=', form.id)
        .executeTakeFirst()
      return found === undefined ? null : { revision: found.revision, subject: '', visitRoundId: null }
    }
    case 'helpCase': {
      const found = await db
        .selectFrom('helpCase')
        .innerJoin('resident', 'resident.id', 'helpCase.residentId')
        .select(['helpCase.revision', 'resident.name'])
        .where('helpCase.id', '=', form.id)
        .executeTakeFirst()
      return found === undefined
        ? null
        : { revision: found.revision, subject: found.name, visitRoundId: null }
    }
    case 'visitTask': {
      const found = await db
        .selectFrom('visitTask')
        .innerJoin('resident', 'resident.id', 'visitTask.residentId')
        .select(['visitTask.revision', 'resident.name', 'visitTask.visitRoundId'])
        .where('visitTask.id', '=', form.id)
        .executeTakeFirst()
      if (found === undefined) return null
      return { revision: found.revision, subject: found.name, visitRoundId: found.visitRoundId }
    }
  }
}
