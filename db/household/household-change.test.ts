import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RelationToHead } from '../../domain/codes/relation-to-head.ts'
import { contradictsSex, relationOfFormerHead } from '../../domain/codes/relation-sex.ts'
import { relationsToHead } from '../../domain/codes/relation-to-head.ts'
import { FailureError } from '../../domain/failure.ts'
import type { FamilyDraft } from '../../domain/household.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import { aCitizenNumber, aResidentDraft } from '../../domain/testing/builders.ts'
import type { Ledger } from '../ledger.ts'
import { getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { addFamily } from './add-family.service.ts'
import { changeHead, mergeHouseholds, moveHousehold, splitHousehold } from './household-change.service.ts'
import { getHousehold } from './household.queries.ts'

const home = { building: '1号楼', unit: '2', room: '301' }
const otherHome = { building: '2号楼', unit: '1', room: '501' }
let ledger: Ledger

beforeEach(() => {
  ledger = openTestLedger()
})

async function add(
  name: string,
  relationToHead: RelationToHead | null,
  overrides: Partial<Record<keyof ResidentDraft, unknown>> = {},
) {
  const draft = aResidentDraft({ name, relationToHead, dwelling: home, ...overrides })
  return saveResident(ledger, { id: null, revision: null, draft })
}

async function aFamily() {
  const father = await add('王建国', '01', { sex: '1' })
  const mother = await add('李秀英', '12')
  const son = await add('王小明', '20', { sex: '1' })
  return { father: father.id, mother: mother.id, son: son.id, householdId: father.householdId }
}

async function seenOf(householdId: number) {
  const { members } = await getHousehold(ledger, householdId)
  return { householdId, seen: members.map(({ id, revision }) => ({ id, revision })) }
}

function role(residentId: number, relationToHead: RelationToHead | null) {
  return { residentId, relationToHead }
}

async function failureOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  )
}

async function shown(householdId: number) {
  const { members } = await getHousehold(ledger, householdId)
  return members.map(({ name, relationToHead, isHead }) => [name, relationToHead, isHead])
}

describe('another head', () => {
  it('stands first, and everybody is what was said', async () => {
    const { father, mother, son, householdId } = await aFamily()
    const roles = [role(father, '11'), role(mother, '01'), role(son, '20')]
    await changeHead(ledger, { ...(await seenOf(householdId)), roles })
    expect(await shown(householdId)).toEqual([
      ['李秀英', '01', true],
      ['王建国', '11', false],
      ['王小明', '20', false],
    ])
    const changes = await ledger.db
      .selectFrom('recordChange')
      .select(['residentId', 'field', 'before', 'after'])
      .where('source', '=', 'household')
      .orderBy('id')
      .execute()
    expect(changes).toEqual([
      { residentId: father, field: 'relationToHead', before: '"01"', after: '"11"' },
      { residentId: mother, field: 'relationToHead', before: '"12"', after: '"01"' },
    ])
  })

  it('is exactly one, of this household, and each has one role', async () => {
    const { father, mother, son, householdId } = await aFamily()
    const stranger = await add('赵六', '01', { dwelling: otherHome })
    const seen = await seenOf(householdId)
    const wrong = [
      [[role(father, '01'), role(mother, '01'), role(son, '20')], 'headRequired'],
      [[role(father, '11'), role(mother, '12'), role(son, '20')], 'headRequired'],
      [[role(father, '11'), role(mother, '01')], 'invalidInput'],
      [[role(father, '11'), role(mother, '01'), role(mother, '01')], 'invalidInput'],
      [[role(father, '11'), role(mother, '12'), role(stranger.id, '01')], 'invalidInput'],
    ] as const
    for (const [roles, code] of wrong)
      expect(await failureOf(changeHead(ledger, { ...seen, roles: [...roles] }))).toMatchObject({ code })
    expect((await shown(householdId))[0]).toEqual(['王建国', '01', true])
  })

  it('is nobody who is gone', async () => {
    const { father, mother, son, householdId } = await aFamily()
    await ledger.writer
      .updateTable('resident')
      .set({ presence: 'movedOut' })
      .where('id', '=', mother)
      .execute()
    const roles = [role(father, '11'), role(mother, '01'), role(son, '20')]
    const failure = await failureOf(changeHead(ledger, { ...(await seenOf(householdId)), roles }))
    expect(failure).toMatchObject({ code: 'headRequired' })
  })

  it('is refused when somebody changed, came or went meanwhile', async () => {
    const { father, mother, son, householdId } = await aFamily()
    const seen = await seenOf(householdId)
    const roles = [role(father, '11'), role(mother, '01'), role(son, '20')]
    await add('王小红', '30')
    expect(await failureOf(changeHead(ledger, { ...seen, roles }))).toMatchObject({ code: 'staleRecord' })
    const fresh = await seenOf(householdId)
    const { revision } = await getResident(ledger, son)
    await saveResident(ledger, {
      id: son,
      revision,
      draft: aResidentDraft({ name: '王大明', dwelling: home, relationToHead: '20' }),
    })
    expect(await failureOf(changeHead(ledger, { ...fresh, roles }))).toMatchObject({ code: 'staleRecord' })
  })
})

describe('splitting', () => {
  it('gives those who go a household of their own behind the same door', async () => {
    const { father, mother, son, householdId } = await aFamily()
    await splitHousehold(ledger, {
      ...(await seenOf(householdId)),
      staying: [role(father, '01'), role(mother, '12')],
      going: [role(son, '01')],
      dwelling: null,
    })
    const moved = await getResident(ledger, son)
    expect(moved.householdId).not.toBe(householdId)
    expect(moved).toMatchObject({ dwelling: home, relationToHead: '01' })
    expect(await shown(householdId)).toHaveLength(2)
    expect((await getHousehold(ledger, householdId)).neighbours).toEqual([
      { id: moved.householdId, name: '王小明', memberCount: 1 },
    ])
  })

  it('takes the head along when the head goes, to another door, and leaves one', async () => {
    const { father, mother, son, householdId } = await aFamily()
    await splitHousehold(ledger, {
      ...(await seenOf(householdId)),
      staying: [role(mother, '01'), role(son, '20')],
      going: [role(father, '01')],
      dwelling: otherHome,
    })
    expect((await getResident(ledger, father)).dwelling).toEqual(otherHome)
    expect((await shown(householdId))[0]).toEqual(['李秀英', '01', true])
  })

  it('needs somebody on either side, once each', async () => {
    const { father, mother, son, householdId } = await aFamily()
    const seen = await seenOf(householdId)
    const both = splitHousehold(ledger, {
      ...seen,
      staying: [role(father, '01'), role(mother, '12'), role(son, '20')],
      going: [role(son, '01')],
      dwelling: null,
    })
    expect(await failureOf(both)).toMatchObject({ code: 'invalidInput' })
    const headless = splitHousehold(ledger, {
      ...seen,
      staying: [role(father, '01'), role(mother, '12')],
      going: [role(son, null)],
      dwelling: null,
    })
    expect(await failureOf(headless)).toMatchObject({ code: 'headRequired' })
    expect((await getResident(ledger, son)).householdId).toBe(householdId)
  })
})

describe('merging', () => {
  it('makes one household of two behind one door', async () => {
    const { father, mother, son, householdId } = await aFamily()
    const other = await add('刘老太', '01')
    expect(other.householdId).not.toBe(householdId)
    await mergeHouseholds(ledger, {
      ...(await seenOf(householdId)),
      other: await seenOf(other.householdId),
      roles: [role(father, '01'), role(mother, '12'), role(son, '20'), role(other.id, '56')],
    })
    expect(await shown(householdId)).toHaveLength(4)
    expect(await failureOf(getHousehold(ledger, other.householdId))).toMatchObject({ code: 'notFound' })
  })

  it('is not for households of different doors', async () => {
    const { householdId } = await aFamily()
    const other = await add('刘老太', '01', { dwelling: otherHome })
    const merging = mergeHouseholds(ledger, {
      ...(await seenOf(householdId)),
      other: await seenOf(other.householdId),
      roles: [role(other.id, '01')],
    })
    expect(await failureOf(merging)).toMatchObject({ code: 'invalidInput', field: 'other' })
    const nobody = { householdId: 99, seen: [] }
    const lost = mergeHouseholds(ledger, {
      ...(await seenOf(householdId)),
      other: nobody,
      roles: [role(other.id, '01')],
    })
    expect(await failureOf(lost)).toMatchObject({ code: 'notFound' })
  })
})

describe('moving as a whole', () => {
  it('takes everybody to the other door, and the old one goes when it is empty', async () => {
    const { father, mother, householdId } = await aFamily()
    const { revision } = await getResident(ledger, mother)
    await moveHousehold(ledger, { ...(await seenOf(householdId)), dwelling: otherHome })
    expect((await getResident(ledger, father)).dwelling).toEqual(otherHome)
    expect(await getResident(ledger, mother)).toMatchObject({
      householdId,
      dwelling: otherHome,
      relationToHead: '12',
    })
    const doors = await ledger.db.selectFrom('dwelling').select('room').execute()
    expect(doors).toEqual([{ room: '501' }])
    const late = saveResident(ledger, { id: mother, revision, draft: aResidentDraft({ dwelling: home }) })
    expect(await failureOf(late)).toMatchObject({ code: 'staleRecord' })
  })

  it('does not go where the household is, nor nowhere', async () => {
    const { householdId } = await aFamily()
    const seen = await seenOf(householdId)
    expect(await failureOf(moveHousehold(ledger, { ...seen, dwelling: home }))).toMatchObject({
      code: 'invalidInput',
    })
    const nowhere = { building: '', unit: '', room: '' }
    expect(await failureOf(moveHousehold(ledger, { ...seen, dwelling: nowhere }))).toMatchObject({
      code: 'invalidInput',
    })
  })
})

it('any row of splits, merges, moves and new heads leaves everybody in one household with one head', async () => {
  const step = fc.record({
    kind: fc.constantFrom('split', 'merge', 'move', 'head'),
    pick: fc.nat(),
    size: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      ledger = openTestLedger()
      const people = await aFamily()
      await add('刘老太', '01')
      /** Shape: the model: each household as the set of its people, the head first. */
      const doors = new Map<number, string>([])
      for (const { kind, pick, size } of steps) {
        const all = await ledger.db
          .selectFrom('household')
          .select(['id', 'dwellingId'])
          .orderBy('id')
          .execute()
        const chosen = all[pick % all.length]
        if (chosen === undefined) continue
        const { members, neighbours } = await getHousehold(ledger, chosen.id)
        const ids = members.map(({ id }) => id)
        const rolesOf = (list: readonly number[]) =>
          list.map((id, index) => role(id, index === 0 ? '01' : '97'))
        const seen = await seenOf(chosen.id)
        if (kind === 'head') await changeHead(ledger, { ...seen, roles: rolesOf([...ids].reverse()) })
        if (kind === 'move') {
          const room = String(400 + doors.size)
          doors.set(doors.size, room)
          await moveHousehold(ledger, { ...seen, dwelling: { ...home, room } })
        }
        const cut = ids.length < 2 ? 0 : 1 + (size % (ids.length - 1))
        if (kind === 'split' && cut > 0)
          await splitHousehold(ledger, {
            ...seen,
            staying: rolesOf(ids.slice(cut)),
            going: rolesOf(ids.slice(0, cut)),
            dwelling: null,
          })
        const [neighbour] = neighbours
        if (kind === 'merge' && neighbour !== undefined) {
          const other = await seenOf(neighbour.id)
          await mergeHouseholds(ledger, {
            ...seen,
            other,
            roles: rolesOf([...ids, ...other.seen.map(({ id }) => id)]),
          })
        }
      }
      const rows = await ledger.db
        .selectFrom('resident')
        .select(['id', 'householdId', 'relationToHead'])
        .execute()
      expect(rows).toHaveLength(4)
      const households = await ledger.db.selectFrom('household').selectAll().execute()
      for (const { id, headResidentId } of households) {
        const heads = rows.filter((one) => one.householdId === id && one.relationToHead === '01')
        expect(heads.map((one) => one.id)).toEqual([headResidentId])
      }
      expect(rows.map(({ id }) => id)).toContain(people.son)
    }),
    { numRuns: 25 },
  )
}, 120_000)

describe('a family in one form', () => {
  const member = (
    overrides: Partial<FamilyDraft['members'][number]> = {},
  ): FamilyDraft['members'][number] => {
    const { name, sex, idDocumentType, idNumber, birthWhen, phones } = aResidentDraft()
    return { name, sex, idDocumentType, idNumber, birthWhen, phones, relationToHead: null, ...overrides }
  }
  const family = (members: FamilyDraft['members']): FamilyDraft => ({
    dwelling: home,
    registeredAddress: '幸福里1号楼',
    residenceStatus: 'registeredAndLiving',
    members,
  })

  it('is one household, the head first, even behind a door where others live', async () => {
    const lodger = await add('租客', null)
    const saved = await addFamily(
      ledger,
      family([
        member({ name: '王小明', relationToHead: '20' }),
        member({ name: '王建国', relationToHead: '01' }),
        member({ name: '李奶奶' }),
      ]),
    )
    expect(saved.members.map(({ name, isHead }) => [name, isHead])).toEqual([
      ['王建国', true],
      ['王小明', false],
      ['李奶奶', false],
    ])
    expect(saved.dwelling).toEqual(home)
    expect(await getResident(ledger, saved.members[0]?.id ?? 0)).toMatchObject({
      registeredAddress: '幸福里1号楼',
      dwelling: home,
    })
    expect((await getResident(ledger, lodger.id)).householdId).toBe(lodger.householdId)
    expect(saved.neighbours).toHaveLength(1)
  })

  it('is refused as a whole, at the field of the row that is wrong', async () => {
    const taken = aCitizenNumber('1960-01-01', 2)
    await add('先来的', '01', { idNumber: taken, birthWhen: '1960-01-01' })
    const head = member({ relationToHead: '01' })
    const faults = [
      [[head, member({ idNumber: taken })], { code: 'duplicateIdNumber', field: 'members.1.idNumber' }],
      [
        [head, member({ idNumber: head.idNumber })],
        { code: 'duplicateIdNumber', field: 'members.1.idNumber' },
      ],
      [
        [head, member({ idNumber: '610103195005200000' })],
        { code: 'idNumberInvalid', field: 'members.1.idNumber' },
      ],
      [[head, member({ relationToHead: '01' })], { code: 'headRequired', field: 'members.1.relationToHead' }],
      [[member()], { code: 'headRequired', field: 'members.0.relationToHead' }],
    ] as const
    for (const [members, failure] of faults)
      expect(await failureOf(addFamily(ledger, family([...members])))).toMatchObject(failure)
    const { count } = await ledger.db
      .selectFrom('resident')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })
})

describe('relation and sex', () => {
  it('agree with what the table says of itself', () => {
    // Source of the oracle: the names of the table, by the words in them that belong to one sex.
    const female = /妻|女|媳|母|婆|妹|姐|嫂|婶/u
    const male = /夫$|子$|父|公|兄$|弟$|外甥$|婿/u
    for (const [code, name] of Object.entries(relationsToHead)) {
      // The table's keys are its codes.
      const relation = code as RelationToHead
      const isEither = /、|或.*女(?!婿|媳)|父母|兄弟姐妹/u.test(
        name.replace(/孙媳妇或外孙媳妇|孙女婿或外孙女婿/u, (one) => one.slice(0, 3)),
      )
      if (contradictsSex(relation, '1')) expect(name).toMatch(female)
      if (contradictsSex(relation, '2')) expect(name).toMatch(male)
      if (!isEither && /^(女儿|女|妻|母亲|祖母|姐姐|妹妹|次女|儿媳)$/u.test(name))
        expect(contradictsSex(relation, '1')).toBe(true)
      if (/^(夫|子|父亲|祖父|兄|弟|女婿|长子)$/u.test(name)) expect(contradictsSex(relation, '2')).toBe(true)
    }
    expect(contradictsSex('10', '1') || contradictsSex('99', '2') || contradictsSex('12', '9')).toBe(false)
  })

  it('tell what the former head is to a spouse, and nothing else', () => {
    expect(relationOfFormerHead('12', '1')).toBe('11')
    expect(relationOfFormerHead('11', '2')).toBe('12')
    expect(relationOfFormerHead('10', '0')).toBe('10')
    expect(relationOfFormerHead('20', '1')).toBeNull()
  })
})
