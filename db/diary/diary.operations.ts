import type { LedgerOperations } from '../ledger-operations.ts'
import { beginDiary, getDiary } from './diary-entry.queries.ts'
import { closeFollowUp, reopenFollowUp } from './diary-follow-up.service.ts'
import { diaryOfResident, diaryOverview, listDiary, openFollowUps } from './diary-rows.queries.ts'
import { removeDiary, saveDiary } from './diary.service.ts'
import { revealDiary } from './reveal-diary.service.ts'

/** What the ledger answers about the diary. */
export const diaryOperations = {
  'diary.list': listDiary,
  'diary.overview': (ledger) => diaryOverview(ledger),
  'diary.get': (ledger, { id }) => getDiary(ledger, id),
  'diary.reveal': revealDiary,
  'diary.save': saveDiary,
  'diary.remove': removeDiary,
  'diary.closeFollowUp': closeFollowUp,
  'diary.reopenFollowUp': reopenFollowUp,
  'diary.begin': beginDiary,
  'diary.ofResident': (ledger, { id }) => diaryOfResident(ledger, id),
  'diary.openFollowUps': (ledger) => openFollowUps(ledger),
} satisfies LedgerOperations<
  | 'diary.list'
  | 'diary.overview'
  | 'diary.get'
  | 'diary.reveal'
  | 'diary.save'
  | 'diary.remove'
  | 'diary.closeFollowUp'
  | 'diary.reopenFollowUp'
  | 'diary.begin'
  | 'diary.ofResident'
  | 'diary.openFollowUps'
>
