import type Database from 'better-sqlite3'
import { bulkChangeOperations } from '../../db/bulk-change/bulk-change.operations.ts'
import { closeLedger } from '../../db/ledger.ts'
import { noFilter } from '../../domain/no-filter.ts'
import type { Figure } from './figure.ts'
import { openLargeLedger } from './sample-ledger.ts'
import { median } from './statistics.ts'
import { watchTurns } from './turns.ts'

const repetitions = 5
const peopleCount = 5000
const careTag = 'volunteer'
/** Source: a tag for 5,000 people may take so long. Unit: seconds. */
const longestTagging = 2
/** Source: the worker may be deaf for no longer than this. Unit: milliseconds. */
const longestStep = 200

/** How long it takes to look at a tag for 5,000 people of 100,000, to give it, and to take it back. */
export async function bulkFigures(): Promise<readonly Figure[]> {
  const { ledger, context } = await openLargeLedger()
  markPeople(ledger.raw)
  const marked = { field: 'own:1', isNot: false, test: { operator: 'numberAtLeast', number: '1' } } as const
  const condition = { match: 'all', isNot: false, conditions: [marked] } as const
  const selection = { kind: 'shown' as const, filter: { ...noFilter, condition }, exceptIds: [] }
  const change = { kind: 'giveCareTag', careTag, fromOn: null, toOn: null } as const
  const times = {
    looking: [] as number[],
    giving: [] as number[],
    undoing: [] as number[],
    turns: [] as number[],
  }
  for (let round = 0; round < repetitions; round += 1) {
    const turns = watchTurns()
    const looked = await timed(() =>
      bulkChangeOperations['bulkChange.preview'](ledger, { selection, change }, context),
    )
    const { handle, counts } = looked.value
    if (counts.change !== peopleCount) throw new Error('other people than those who are marked')
    const given = await timed(() => bulkChangeOperations['bulkChange.apply'](ledger, { handle }, context))
    const { id } = given.value
    const undone = await timed(() => bulkChangeOperations['bulkChange.undo'](ledger, { id }, context))
    times.turns.push(turns.end())
    times.looking.push(looked.seconds)
    times.giving.push(given.seconds)
    times.undoing.push(undone.seconds)
  }
  closeLedger(ledger)
  const alone = { peer: null, peerName: '-', unit: 's', target: null } as const
  const figure = (name: string, samples: readonly number[]) => ({
    ...alone,
    name,
    ours: median(samples),
    samples,
  })
  return [
    {
      ...figure(`a tag for ${peopleCount.toLocaleString('en')} of 100,000`, times.giving),
      target: { kind: 'value', most: longestTagging },
    },
    figure('  looking at it before', times.looking),
    figure('  taking it back', times.undoing),
    {
      ...alone,
      name: '  longest time the worker is deaf: worst of all',
      unit: 'ms',
      ours: Math.max(...times.turns),
      samples: times.turns,
      target: { kind: 'value', most: longestStep },
    },
  ]
}

/** Nobody names thousands of people: a question finds them, here by a field that only they have a value of. */
function markPeople(raw: Database.Database): void {
  raw.exec(`INSERT INTO ownField (id, owner, name, kind, position, isRetired, isUsed, isInList, revision)
    VALUES (1, 'resident', 'marked', 'number', 1, 0, 1, 0, 1)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, owner = excluded.owner, isRetired = 0;
    DELETE FROM residentOwnValue WHERE ownFieldId = 1`)
  raw
    .prepare<[string, number]>(
      `INSERT INTO residentOwnValue SELECT id, 1, '1' FROM resident
        WHERE removedAt IS NULL AND presence = 'here'
          AND id NOT IN (SELECT residentId FROM residentCareTag WHERE careTag = ?)
        ORDER BY id LIMIT ?`,
    )
    .run(careTag, peopleCount)
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const startedAt = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - startedAt) / 1000 }
}
