import type { LedgerOperations } from '../ledger-operations.ts'
import { populationPaper } from '../count/population-paper.queries.ts'
import { noticePaper } from '../notice/notice-paper.queries.ts'
import { personData } from '../person-data/person-data.queries.ts'
import { inOneMoment } from '../transaction.ts'
import { visitListPage } from './visit-list.queries.ts'

/** What the ledger answers when a paper is looked at before it is printed. */
export const paperOperations = {
  'paper.visitList': (ledger, { visitRoundId, offset, limit }) =>
    inOneMoment(ledger, async (db) => {
      const place = { db, actor: ledger.actor, clock: ledger.clock }
      const { totalCount, ...list } = await visitListPage(place, visitRoundId, {
        numbers: 'masked',
        offset,
        limit,
      })
      return { ...list, stamp: null, totalCount }
    }),
  'paper.personData': (ledger, request) =>
    inOneMoment(ledger, async (db) => {
      const place = { db, actor: ledger.actor, clock: ledger.clock }
      return { ...(await personData(place, request, 'masked')), stamp: null }
    }),
  'paper.populationSheet': async (ledger, request) => ({
    ...(await populationPaper(ledger, request)),
    stamp: null,
  }),
  'paper.notice': (ledger, { residentId }) =>
    inOneMoment(ledger, async (db) => ({
      ...(await noticePaper({ db, clock: ledger.clock }, residentId)),
      stamp: null,
    })),
} satisfies LedgerOperations<
  'paper.visitList' | 'paper.personData' | 'paper.notice' | 'paper.populationSheet'
>
