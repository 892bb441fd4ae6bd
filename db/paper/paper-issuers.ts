import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { DrawnKind } from '../../domain/drawn-paper.ts'
import { visitListTemplate } from '../../domain/paper.ts'
import { personDataTemplate } from '../../domain/person-data.ts'
import { populationTemplate } from '../../domain/population-paper.ts'
import { noticeTemplate } from '../../domain/privacy-notice.ts'
import { rosterQuestion, rosterTemplate, type Roster } from '../../domain/roster.ts'
import { populationPaper } from '../count/population-paper.queries.ts'
import { noticePaper } from '../notice/notice-paper.queries.ts'
import { personData } from '../person-data/person-data.queries.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { rosterIds } from '../roster/roster-people.queries.ts'
import { rosterList } from '../roster/roster-rows.queries.ts'
import { walkingOrder } from '../visit/visit-task.queries.ts'
import { namelessContent, type PaperIssuer, type PaperOf } from './paper-issuer.ts'
import { peopleOfRound, visitListPage } from './visit-list.queries.ts'

const nobody = (): Promise<number> => Promise.resolve(0)

const visitList: PaperIssuer<'visitList'> = {
  template: visitListTemplate,
  countPeople: async (ledger, { visitRoundId }) => (await walkingOrder(ledger, visitRoundId, 'all')).length,
  read: (_ledger, { visitRoundId, numbers }) =>
    Promise.resolve(async (place) => {
      const everybody = { numbers, offset: 0, limit: Infinity }
      const { totalCount, ...list } = await visitListPage(place, visitRoundId, everybody)
      return {
        drawn: (stamp) => ({ kind: 'visitList', content: { ...list, stamp } }),
        personCount: totalCount,
        disclosedIds: await peopleOfRound(place.db, visitRoundId),
        detail: {},
        entries: [],
      }
    }),
}

const roster: PaperIssuer<'roster'> = {
  template: rosterTemplate,
  countPeople: async (ledger, paper) => (await rosterIds(ledger, rosterQuestion(paper.roster))).length,
  read: async (ledger, { roster: kind, numbers }) => {
    // The search reads nothing while a transaction is open.
    const ids = await rosterIds(ledger, rosterQuestion(kind))
    return async (place) => {
      const list = await rosterList(place, rosterQuestion(kind), { ids, offset: 0, numbers })
      return {
        drawn: (stamp) => ({ kind: 'roster', content: { roster: kind, list: { ...list, stamp } } }),
        personCount: list.rows.length,
        disclosedIds: ids,
        detail: { columns: columnNames(kind) },
        entries: [],
      }
    }
  },
}

const personDataPaper: PaperIssuer<'personData'> = {
  template: personDataTemplate,
  countPeople: async (ledger, { residentId }) => {
    await residentOf(ledger.db, residentId)
    return 1
  },
  read: (_ledger, paper) =>
    Promise.resolve(async (place, serial) => {
      const data = await personData(place, paper, 'all')
      return {
        drawn: (stamp) => ({ kind: 'personData', content: { ...data, stamp } }),
        personCount: 1,
        disclosedIds: [],
        detail: {},
        entries: [givenTo(paper, serial)],
      }
    }),
}

const notice: PaperIssuer<'notice'> = {
  template: noticeTemplate,
  countPeople: nobody,
  read: (_ledger, { residentId }) =>
    Promise.resolve(async (place) => {
      const paper = await noticePaper(place, residentId)
      return namelessContent((stamp) => ({ kind: 'notice', content: { ...paper, stamp } }))
    }),
}

const populationSheet: PaperIssuer<'populationSheet'> = {
  template: populationTemplate,
  countPeople: nobody,
  read: async (ledger, paper) => {
    const counted = await populationPaper(ledger, paper)
    const content = namelessContent((stamp) => ({ kind: 'populationSheet', content: { ...counted, stamp } }))
    return () => Promise.resolve(content)
  },
}

/** What is particular to each kind of paper. */
export const paperIssuers: { readonly [K in DrawnKind]: PaperIssuer<K> } = {
  visitList,
  roster,
  personData: personDataPaper,
  notice,
  populationSheet,
}

/** Whose data left is told of the person; where sealed matters were asked for, to the circle alone. */
function givenTo(paper: PaperOf<'personData'>, serial: string): AuditEntryDraft {
  const { residentId: objectId, asker, note, isSealedAsked } = paper
  const action = isSealedAsked ? 'sealedViewed' : 'dataIssued'
  return { action, objectType: 'resident', objectId, reason: note.trim(), detail: { serial, asker } }
}

/** Which facts left, for whoever asks later. */
function columnNames({ columns }: Roster): string {
  return [...new Set(columns.map(({ field }) => field))].filter((field) => field !== 'blank').join(' ')
}
