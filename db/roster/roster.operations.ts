import type { LedgerOperations } from '../ledger-operations.ts'
import { inOneMoment } from '../transaction.ts'
import { listRosterKinds } from './roster-kind.queries.ts'
import { removeRosterKind, saveRosterKind } from './roster-kind.service.ts'
import { rosterIds } from './roster-people.queries.ts'
import { rosterList } from './roster-rows.queries.ts'
import { usualPrinters } from '../paper/usual-printer.queries.ts'

type RosterChannel =
  'rosterKind.list' | 'rosterKind.save' | 'rosterKind.remove' | 'paper.roster' | 'paper.usualPrinters'

/** What the ledger answers about rosters. */
export const rosterOperations = {
  'rosterKind.list': ({ db }) => listRosterKinds(db),
  'rosterKind.save': saveRosterKind,
  'rosterKind.remove': async (ledger, at) => {
    await removeRosterKind(ledger, at)
    return {}
  },
  'paper.roster': async (ledger, { offset, limit, ...question }) => {
    const ids = await rosterIds(ledger, question)
    const part = { ids: ids.slice(offset, offset + limit), offset, numbers: 'masked' } as const
    const place = { actor: ledger.actor, clock: ledger.clock }
    const list = await inOneMoment(ledger, (db) => rosterList({ ...place, db }, question, part))
    return { ...list, stamp: null, totalCount: ids.length }
  },
  'paper.usualPrinters': ({ db }) => usualPrinters(db),
} satisfies LedgerOperations<RosterChannel>
