import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { readyVisitRules } from '../../domain/codes/ready-visit-rules.ts'
import { conditionGroupSchema } from '../../domain/resident-condition.ts'
import { aResidentDraft, aVisitRuleDraft, fixedClock } from '../../domain/testing/builders.ts'
import type { Ledger } from '../ledger.ts'
import { migrateLedger } from '../migrate.ts'
import { migrations } from '../migration-list.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { storedRule, type VisitRuleRow } from './visit-rule-row.ts'
import { visitOperations } from './visit.operations.ts'

let ledger: Ledger
beforeEach(() => {
  ledger = openTestLedger({ clock: fixedClock('2026-12-25') })
})

const list = () => visitOperations['visitRule.list'](ledger)
const names = async () => (await list()).map(({ name }) => name)
const asking = (...tests: unknown[]) =>
  conditionGroupSchema.parse({
    match: 'all',
    isNot: false,
    conditions: tests.map((test) => ({ field: 'age', isNot: false, test })),
  })
const atLeast = (count: number) => ({ operator: 'atLeast', count, on: null })
const save = (
  overrides: Parameters<typeof aVisitRuleDraft>[0],
  at: { id: number; revision: number } | null = null,
) =>
  visitOperations['visitRule.save'](ledger, {
    id: at?.id ?? null,
    revision: at?.revision ?? null,
    draft: aVisitRuleDraft(overrides),
  })
const check = (overrides: Parameters<typeof aVisitRuleDraft>[0]) =>
  visitOperations['visitRule.check'](ledger, { draft: aVisitRuleDraft(overrides) })
const addAged = (birthWhen: string) =>
  saveResident(ledger, {
    id: null,
    revision: null,
    draft: aResidentDraft({ birthWhen, idDocumentType: 'none', idNumber: '' }),
  })

describe('the rules of an office', () => {
  test('are added behind the others, changed, moved and taken out, and each is written down', async () => {
    const made = await save({ name: '每月看望', condition: asking(atLeast(80)) })
    expect((await names()).at(-1)).toBe('每月看望')
    const changed = await save({ name: '每季看望', daysAfter: 3 }, made)
    expect(changed).toMatchObject({ name: '每季看望', condition: null, daysAfter: 3, revision: 2 })
    await visitOperations['visitRule.move'](ledger, { id: made.id, direction: 'up' })
    expect((await names()).at(-2)).toBe('每季看望')
    await visitOperations['visitRule.remove'](ledger, { id: made.id, revision: changed.revision })
    expect(await names()).not.toContain('每季看望')
    const trail = ledger.raw
      .prepare(`SELECT action, fields FROM auditEntry WHERE objectType = 'visitRule' ORDER BY seq`)
      .raw()
      .all()
    expect(trail).toEqual([
      ['added', '[]'],
      ['changed', JSON.stringify(['ruleName', 'condition', 'daysAfter'])],
      ['changed', '[]'],
      ['removed', '[]'],
    ])
  })

  test('refuse another of the same name, an older version and an account that is not there', async () => {
    const made = await save({ name: '每月看望' })
    await expect(save({ name: '每月看望' })).rejects.toMatchObject({
      failure: { code: 'ruleNameTaken', field: 'name' },
    })
    await save({ name: '每月看望', daysAfter: 9 }, made)
    await expect(save({ name: '每月看望' }, made)).rejects.toMatchObject({ failure: { code: 'staleRecord' } })
    await expect(save({ name: '别的', responsible: 'staff', responsibleStaffId: 77 })).rejects.toMatchObject({
      failure: { code: 'invalidInput', field: 'responsibleStaffId' },
    })
  })

  test('that came ready and are missing come back, the others stay as they are', async () => {
    await expect(visitOperations['visitRule.addReady'](ledger)).rejects.toMatchObject({
      failure: { code: 'nothingToChange' },
    })
    for (const { id, revision } of (await list()).slice(0, 3))
      await visitOperations['visitRule.remove'](ledger, { id, revision })
    expect(await visitOperations['visitRule.addReady'](ledger)).toEqual({ addedCount: 3 })
    expect((await names()).sort()).toEqual(readyVisitRules.map(({ name }) => name).sort())
  })
})

describe('what a rule would do', () => {
  test('is counted among those who live here, and told when it can hold of nobody or of all', async () => {
    await addAged('1940-01-01')
    await addAged('1990-01-01')
    expect(await check({ condition: asking(atLeast(80)) })).toMatchObject({
      meantCount: 1,
      hereCount: 2,
      dueCount: 1,
      nextOn: '2027-01-01',
      verdict: 'depends',
    })
    expect(
      await check({ condition: asking(atLeast(80), { operator: 'atMost', count: 60, on: null }) }),
    ).toMatchObject({
      meantCount: 0,
      verdict: 'never',
    })
    expect(
      await check({
        condition: { ...asking(atLeast(80), { operator: 'atMost', count: 60, on: null }), isNot: true },
      }),
    ).toMatchObject({
      meantCount: 2,
      verdict: 'always',
    })
    expect(
      await check({
        trigger: { kind: 'birthday', calendar: 'own', minimumAge: 90 },
        condition: asking({ operator: 'atMost', count: 80, on: null }),
      }),
    ).toMatchObject({ verdict: 'never' })
    expect(await check({ isRepeating: false, startsOn: '2020-01-01' })).toMatchObject({ verdict: 'over' })
  })
})

test('rules from before they had conditions mean the same people', () => {
  const raw = new Database(':memory:')
  migrateLedger(raw, migrations.slice(0, 13), () => undefined)
  raw.exec(`INSERT INTO visitRule (name, criterion, value, isActive, position) VALUES
    ('a', 'minimumAge', '70', 1, 0), ('b', 'careTag', 'disabled', 0, 1), ('c', 'livingArrangement', 'alone', 1, 2)`)
  migrateLedger(raw, migrations, () => undefined)
  const rules = raw
    .prepare<[], VisitRuleRow>('SELECT * FROM visitRule ORDER BY position')
    .all()
    .map(storedRule)
  expect(rules.map(({ name, isActive, condition }) => [name, isActive, condition?.conditions[0]])).toEqual([
    ['a', true, { field: 'age', isNot: false, test: { operator: 'atLeast', count: 70, on: null } }],
    [
      'b',
      false,
      { field: 'careTags', isNot: false, test: { operator: 'held', codes: ['disabled'], on: null } },
    ],
    ['c', true, { field: 'livingArrangement', isNot: false, test: { operator: 'oneOf', codes: ['alone'] } }],
  ])
  expect(new Set(rules.map(({ trigger }) => JSON.stringify(trigger)))).toEqual(
    new Set([JSON.stringify({ kind: 'festival', festivals: ['newYearsDay', 'springFestival'] })]),
  )
  raw.close()
})
