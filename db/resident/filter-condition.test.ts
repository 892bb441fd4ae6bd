import { expect, it } from 'vitest'
import { conditionFilter, wholeCondition } from '../../domain/filter-condition.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { conditionGroupSchema } from '../../domain/resident-condition.ts'
import { ageBandCodes, type ResidentFilter } from '../../domain/resident.ts'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { listResidents } from './resident-list.queries.ts'
import { saveResident } from './resident.service.ts'

const asking = (test: unknown, match = 'all') =>
  conditionGroupSchema.parse({ match, isNot: false, conditions: [test] })
const isWoman = { field: 'sex', isNot: false, test: { operator: 'oneOf', codes: ['2'] } }
const isDead = { field: 'presence', isNot: false, test: { operator: 'oneOf', codes: ['deceased'] } }

it('what the list has chosen finds the same people as a saved question', async () => {
  const ledger = openTestLedger()
  const years = ['1920', '1930', '1938', '1950', '1959', '1963', '1990']
  for (const [index, year] of years.entries())
    await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({
        ...{ sex: String((index % 2) + 1), idDocumentType: 'none', idNumber: '', birthWhen: `${year}-03-02` },
        dwelling: { building: `${index % 3}号楼`, unit: '', room: '1' },
        careTags: index % 2 === 0 ? [{ careTag: 'partyMember', fromOn: null, toOn: null }] : [],
      }),
    })
  ledger.raw.exec(`UPDATE resident SET presence = 'deceased' WHERE id IN (2, 3)`)
  const ids = async (filter: ResidentFilter) =>
    (await listResidents(ledger, { filter, offset: 0, limit: 50 })).rows.map(({ id }) => id)
  const choices: Partial<ResidentFilter>[] = [
    {},
    { buildingId: 1 },
    { careTag: 'partyMember' },
    ...ageBandCodes.map((ageBand) => ({ ageBand })),
    { buildingId: 2, careTag: 'partyMember', ageBand: '60-64' },
  ]
  let foundCount = 0
  for (const choice of choices)
    for (const presence of ['here', 'gone', 'all'] as const)
      for (const condition of [null, asking(isWoman), asking(isWoman, 'any'), asking(isDead)]) {
        const filter: ResidentFilter = { ...noFilter, ...choice, presence, condition }
        const whole = wholeCondition(filter)
        const asked = whole === null ? noFilter : conditionFilter(conditionGroupSchema.parse(whole))
        const expected = await ids(filter)
        expect([filter, await ids(asked)]).toEqual([filter, expected])
        foundCount += expected.length
      }
  expect(foundCount).toBeGreaterThan(50)
  expect(wholeCondition(noFilter)).toBeNull()
})
