import {
  committeeSchema,
  firstSettings,
  settingsSchema,
  type Committee,
  type Settings,
} from '../../domain/committee.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'

/** Shape: what the window needs of an open ledger before it asks for anything else. */
export interface LedgerProfile {
  readonly committee: Committee
  readonly settings: Settings
  readonly isSample: boolean
  readonly residentCount: number
}

/** The office, its settings and the size of the ledger. */
export async function loadLedgerProfile(ledger: Ledger): Promise<LedgerProfile> {
  return inOneMoment(ledger, async (db) => {
    const { isSample } = await db.selectFrom('committee').select('isSample').executeTakeFirstOrThrow()
    const { residentCount } = await db
      .selectFrom('resident')
      .select(({ fn }) => fn.countAll<number>().as('residentCount'))
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    return {
      committee: await committeeIn(db),
      settings: await loadSettings(db),
      isSample: isSample === 1,
      residentCount,
    }
  })
}

/** The office's own name and numbers. */
export async function committeeIn(db: LedgerReader): Promise<Committee> {
  const stored = await db
    .selectFrom('committee')
    .select(['committeeName', 'streetOfficeName', 'phone'])
    .executeTakeFirstOrThrow()
  return committeeSchema.parse(stored)
}

/** Every setting by itself: one that this version doesn't know takes no other with it. */
export async function loadSettings(db: Ledger['db']): Promise<Settings> {
  const rows = await db.selectFrom('setting').selectAll().execute()
  const stored = rows
    .map(({ key, value }) =>
      settingsSchema.partial().safeParse(Object.fromEntries([[key, JSON.parse(value) as unknown]])),
    )
    .map((parsed) => (parsed.success ? parsed.data : {}))
  return settingsSchema.parse(Object.assign({}, firstSettings, ...stored))
}
