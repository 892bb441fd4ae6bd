import type Database from 'better-sqlite3'
import { conditionGroupSchema } from '../../domain/resident-condition.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { ledgerOperations } from '../../db/ledger-operation-map.ts'
import { closeLedger } from '../../db/ledger.ts'
import type { Figure } from './figure.ts'
import { openLargeLedger } from './sample-ledger.ts'
import { median, percentile } from './statistics.ts'

const repetitions = 25

const soon = { span: 'next', count: 3, unit: 'month' }
const inOneOf = (codes: readonly string[]) => ({ operator: 'oneOf', codes })
const questions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'filter over five fields': {
    sex: inOneOf(['2']),
    age: { operator: 'atLeast', count: 60, on: null },
    residenceStatus: inOneOf(['registeredAndLiving', 'livingOnly']),
    careTags: { operator: 'held', codes: [], on: null },
    phones: { operator: 'contains', text: '1' },
  },
  'filter over five slow fields': {
    registeredAddress: { operator: 'contains', text: '1' },
    room: { operator: 'contains', text: '01' },
    birthWhen: { operator: 'yearly', span: soon },
    lunarBirth: { operator: 'yearly', span: soon },
    householdSize: { operator: 'atMost', count: 2, on: null },
  },
  'filter over own fields and a resident group': {
    'own:1': { operator: 'numberAtLeast', number: '400' },
    'own:2': { operator: 'contains', text: '7' },
    residentGroup: inOneOf(['1', '2']),
    sex: inOneOf(['2']),
    age: { operator: 'atLeast', count: 60, on: null },
  },
}

/** How long the ledger takes to answer the first page of a filter that it was not asked before, among 100,000 residents. */
export async function filterFigures(): Promise<readonly Figure[]> {
  const { ledger, context } = await openLargeLedger()
  addOwnFieldsAndGroups(ledger.raw)
  const ask = (condition: unknown) =>
    ledgerOperations['resident.list'](
      ledger,
      {
        filter: { ...noFilter, condition: conditionGroupSchema.nullable().parse(condition) },
        offset: 0,
        limit: 200,
      },
      context,
    )
  const figures: Figure[] = []
  for (const [name, tests] of Object.entries(questions)) {
    const conditions = Object.entries(tests).map(([field, test]) => ({ field, isNot: false, test }))
    const samples: number[] = []
    for (let round = 0; round <= repetitions; round += 1) {
      // Another list in between: the last answer is remembered.
      await ask(null)
      const startedAt = performance.now()
      await ask({ match: round % 2 === 0 ? 'all' : 'any', isNot: false, conditions })
      if (round > 0) samples.push(performance.now() - startedAt)
    }
    const alone = {
      unit: 'ms',
      peer: null,
      peerName: '-',
      target: { kind: 'value', most: 200 },
      samples,
    } as const
    figures.push({ ...alone, name: `${name}, 100,000: median`, ours: median(samples) })
    figures.push({ ...alone, name: `${name}, 100,000: 95th percentile`, ours: percentile(samples, 95) })
  }
  closeLedger(ledger)
  return figures
}

/** An own number and an own text of everybody, and a resident group of each of three buildings. */
function addOwnFieldsAndGroups(raw: Database.Database): void {
  raw.exec(`
    INSERT INTO ownField (id, owner, name, kind, position, isRetired, isUsed, isInList, revision)
      VALUES (1, 'resident', 'a number', 'number', 1, 0, 1, 0, 1), (2, 'resident', 'a text', 'text', 2, 0, 1, 0, 1)
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, owner = 'resident', isRetired = 0, isUsed = 1;
    DELETE FROM residentOwnValue WHERE ownFieldId IN (1, 2);
    INSERT INTO residentOwnValue SELECT id, 1, CAST(id % 500 AS TEXT) FROM resident;
    INSERT INTO residentOwnValue SELECT id, 2, 'no. ' || id FROM resident;
    INSERT INTO residentGroup (id, name, note, revision) VALUES (1, 'g1', '', 1), (2, 'g2', '', 1), (3, 'g3', '', 1)
      ON CONFLICT (id) DO NOTHING;
    INSERT INTO buildingArea (buildingId, unit, residentGroupId) SELECT id, '', id % 3 + 1 FROM building WHERE true
      ON CONFLICT (buildingId, unit) DO UPDATE SET residentGroupId = excluded.residentGroupId;
  `)
}
