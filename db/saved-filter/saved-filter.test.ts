import { describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import type { ConditionGroup } from '../../domain/resident-condition.ts'
import { conditionGroupSchema } from '../../domain/resident-condition.ts'
import { anActor } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { savedFilterOperations } from './saved-filter.operations.ts'

const listed = (ledger: Ledger) => savedFilterOperations['savedFilter.list'](ledger)
const save = savedFilterOperations['savedFilter.save']
const remove = savedFilterOperations['savedFilter.remove']

const asking = (field: string, test: unknown): ConditionGroup =>
  conditionGroupSchema.parse({ match: 'all', isNot: false, conditions: [{ field, isNot: false, test }] })
const elders = asking('age', { operator: 'atLeast', count: 80, on: null })
const sick = asking('health', { operator: 'oneOf', codes: ['dependent'] })
const added = { id: null, revision: null } as const

const director = anActor({ staffId: 1, name: '赵主任' })
const worker = anActor({ staffId: 2, name: '王社工', role: 'worker' })
const other = anActor({ staffId: 3, name: '李社工', role: 'worker' })
const viewer = anActor({ staffId: 4, name: '只看', role: 'viewer' })

function trail(ledger: Ledger): unknown[] {
  return ledger.raw
    .prepare(`SELECT action, objectId, fields FROM auditEntry WHERE objectType = 'savedFilter' ORDER BY seq`)
    .raw()
    .all()
}

describe('a saved filter', () => {
  it('is made, renamed, given another question and deleted, and each is written down without what it asks', async () => {
    const ledger = openTestLedger({ actor: worker })
    const made = await save(ledger, { ...added, name: '八十岁以上', condition: elders })
    expect(made).toMatchObject({
      name: '八十岁以上',
      condition: elders,
      staffName: '王社工',
      isChangeable: true,
    })
    const { id } = made
    const renamed = await save(ledger, { id, revision: 1, name: '高龄老人', condition: null })
    expect(renamed).toMatchObject({ name: '高龄老人', condition: elders, revision: 2 })
    const replaced = await save(ledger, { id, revision: 2, name: '高龄老人', condition: sick })
    expect(replaced).toMatchObject({ condition: sick, revision: 3 })
    expect(await listed(ledger)).toEqual([replaced])
    await remove(ledger, { id, revision: 3 })
    expect(await listed(ledger)).toEqual([])
    expect(trail(ledger)).toEqual([
      ['added', id, '[]'],
      ['changed', id, '["filterName"]'],
      ['changed', id, '["condition"]'],
      ['removed', id, '[]'],
    ])
  })

  it('is refused under a name that is taken, without a question, and on an old revision', async () => {
    const ledger = openTestLedger({ actor: worker })
    const { id } = await save(ledger, { ...added, name: '甲', condition: elders })
    const { id: second } = await save(ledger, { ...added, name: '乙', condition: elders })
    const taken = new FailureError('filterNameTaken', 'name')
    await expect(save(ledger, { ...added, name: '甲', condition: elders })).rejects.toEqual(taken)
    await expect(save(ledger, { id: second, revision: 1, name: '甲', condition: null })).rejects.toEqual(
      taken,
    )
    await expect(save(ledger, { ...added, name: '丙', condition: null })).rejects.toEqual(
      new FailureError('invalidInput', 'condition'),
    )
    await expect(save(ledger, { id, revision: 0, name: '甲', condition: null })).rejects.toEqual(
      new FailureError('staleRecord'),
    )
    await expect(remove(ledger, { id, revision: 0 })).rejects.toEqual(new FailureError('staleRecord'))
    await expect(remove(ledger, { id: 999, revision: 1 })).rejects.toEqual(new FailureError('notFound'))
    expect((await listed(ledger)).map(({ name }) => name)).toEqual(['乙', '甲'])
  })

  it('belongs to its maker and to directors, and is used by everybody', async () => {
    const ledger = openTestLedger({ actor: worker })
    const { id } = await save(ledger, { ...added, name: '甲', condition: elders })
    for (const [actor, isChangeable] of [
      [worker, true],
      [director, true],
      [other, false],
      [viewer, false],
    ] as const)
      expect(await listed(ledgerFor(ledger, actor))).toMatchObject([{ isChangeable, condition: elders }])
    for (const actor of [other, viewer]) {
      const as = ledgerFor(ledger, actor)
      const refused = new FailureError('notAllowed')
      await expect(save(as, { id, revision: 1, name: '乙', condition: null })).rejects.toEqual(refused)
      await expect(remove(as, { id, revision: 1 })).rejects.toEqual(refused)
    }
    await remove(ledgerFor(ledger, director), { id, revision: 1 })
    expect(await listed(ledger)).toEqual([])
  })

  it('says that it is not for somebody, or no longer known, instead of what it asks', async () => {
    const ledger = openTestLedger({ actor: worker })
    await save(ledger, { ...added, name: '卧床', condition: sick })
    expect(await listed(ledgerFor(ledger, viewer))).toMatchObject([{ state: 'notReadable', condition: null }])
    await expect(save(ledgerFor(ledger, viewer), { ...added, name: '乙', condition: sick })).rejects.toEqual(
      new FailureError('notAllowed', 'condition', 'health'),
    )
    ledger.raw.exec(`UPDATE savedFilter SET content = replace(content, 'health', 'goneField')`)
    expect(await listed(ledger)).toMatchObject([{ state: 'outdated', condition: null, isChangeable: true }])
  })
})
