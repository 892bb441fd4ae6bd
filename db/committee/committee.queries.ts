import { committeeSchema, settingsSchema, type Committee, type Settings } from '../../domain/committee.ts'
import type { Ledger } from '../ledger.ts'
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
    const { isSample, committeeName, streetOfficeName, phone } = await db
      .selectFrom('committee')
      .selectAll()
      .executeTakeFirstOrThrow()
    const { residentCount } = await db
      .selectFrom('resident')
      .select(({ fn }) => fn.countAll<number>().as('residentCount'))
      .executeTakeFirstOrThrow()
    return {
      committee: committeeSchema.parse({ committeeName, streetOfficeName, phone }),
      settings: await loadSettings(db),
      isSample: isSample === 1,
      residentCount,
    }
  })
}

async function loadSettings(db: Ledger['db']): Promise<Settings> {
  const rows = await db.selectFrom('setting').selectAll().execute()
  const stored = Object.fromEntries(rows.map(({ key, value }): [string, unknown] => [key, JSON.parse(value)]))
  const parsed = settingsSchema.safeParse(stored)
  return parsed.success ? parsed.data : { textSizePercent: 100 }
}
