import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { conditionFieldNames, codesOfField, isPlaceField, operatorsOf } from '../../domain/condition-field.ts'
import type { ConditionField, ConditionOperator } from '../../domain/condition-field.ts'
import { calendarSpans, type Span } from '../../domain/condition-span.ts'
import { FailureError } from '../../domain/failure.ts'
import { nextLunarBirthday } from '../../domain/lunar-date.ts'
import { conditionGroupSchema } from '../../domain/resident-condition.ts'
import type {
  Condition,
  ConditionGroup,
  ConditionTest,
  FieldCondition,
} from '../../domain/resident-condition.ts'
import { isOwnFieldKey } from '../../domain/own-field.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { presenceSchema, type Resident } from '../../domain/resident.ts'
import { aResidentDraft, anActor, fixedClock } from '../../domain/testing/builders.ts'
import { closeLedger, ledgerFor, type Ledger } from '../ledger.ts'
import { inTestTransaction, openTestLedger } from '../testing/ledger-fixture.ts'
import { changeBy } from './record-change.service.ts'
import { idsMeeting } from './resident-condition.queries.ts'
import { listResidents } from './resident-list.queries.ts'
import { getResident } from './resident.queries.ts'
import { insertResidents, saveResident } from './resident.service.ts'

async function found(ledger: Ledger, condition: ConditionGroup): Promise<number[]> {
  const filter = { ...noFilter, presence: 'all' as const, condition: conditionGroupSchema.parse(condition) }
  const { totalCount, rows } = await listResidents(ledger, { filter, offset: 0, limit: 200 })
  expect(rows).toHaveLength(totalCount)
  return rows.map(({ id }) => id).sort((one, other) => one - other)
}

function only(field: ConditionField, test: unknown, isNot = false): ConditionGroup {
  return conditionGroupSchema.parse({ match: 'all', isNot: false, conditions: [{ field, isNot, test }] })
}

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0]): Promise<Resident> {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })
}

// --- What somebody would say who looks at each person, with a calendar of another library.

type Day = Temporal.PlainDate
const day = (text: string): Day => Temporal.PlainDate.from(text)
const isWithin = (on: Day, [from, to]: readonly [Day, Day]) =>
  Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, to) <= 0

function spanned(span: Span, today: Day): readonly [Day, Day] {
  if (span.span === 'next') return [today, today.add({ [`${span.unit}s`]: span.count })]
  if (span.span === 'last') return [today.subtract({ [`${span.unit}s`]: span.count }), today]
  const quarterStart = [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10][today.month - 1] ?? NaN
  const [first, months] = {
    Month: [today.month, 1] as const,
    Quarter: [quarterStart, 3] as const,
    Year: [1, 12] as const,
  }[span.span.slice(4) as 'Month' | 'Quarter' | 'Year']
  const shift = { last: -1, this: 0, next: 1 }[span.span.slice(0, 4) as 'last' | 'this' | 'next']
  const from = today.with({ month: first, day: 1 }).add({ months: shift * months })
  return [from, from.add({ months }).subtract({ days: 1 })]
}

/** Every day that an incomplete date may be; none without a year. */
function possibleDays(when: string | null): readonly [Day, Day] | null {
  if (when === null || when.startsWith('XXXX')) return null
  if (when.length === 10) return [day(when), day(when)]
  if (when.length === 7) {
    const month = Temporal.PlainYearMonth.from(when)
    return [month.toPlainDate({ day: 1 }), month.toPlainDate({ day: month.daysInMonth })]
  }
  return [day(`${when}-01-01`), day(`${when}-12-31`)]
}

function birthday(when: string | null): Day | null {
  return when !== null && /^\d{4}-\d{2}-\d{2}$/.test(when) ? day(when) : null
}

function ageOf(born: Day, on: Day): number {
  let years = 0
  while (Temporal.PlainDate.compare(born.add({ years: years + 1 }), on) <= 0) years += 1
  return Temporal.PlainDate.compare(born, on) <= 0 ? years : -1
}

function eachDay([from, to]: readonly [Day, Day]): Day[] {
  const days: Day[] = []
  for (let on = from; Temporal.PlainDate.compare(on, to) <= 0; on = on.add({ days: 1 })) days.push(on)
  return days
}

function isYearlyOn(when: string, on: Day): boolean {
  const wanted = when.slice(5)
  return (
    on.toString().slice(5) === wanted ||
    (wanted === '02-29' && on.month === 2 && on.day === 28 && !on.inLeapYear)
  )
}

const lunarAnswers = new Map<string, boolean>()

/** The product's list looks at every day; this looks for the next birthday of each person. */
function isLunarBirthdayWithin(
  birth: NonNullable<Resident['lunarBirth']>,
  [from, to]: readonly [Day, Day],
): boolean {
  const key = JSON.stringify([birth, from, to])
  const answer =
    lunarAnswers.get(key) ?? nextLunarBirthday(birth, asCalendarDate(from.toString())) <= to.toString()
  lunarAnswers.set(key, answer)
  return answer
}

function dateSays(when: string | null, test: ConditionTest, today: Day): boolean {
  const { operator } = test
  const days = possibleDays(when)
  const exact = birthday(when)
  if (operator === 'empty') return when === null
  if (operator === 'incomplete') return when !== null && exact === null
  if (operator === 'before') return days !== null && Temporal.PlainDate.compare(days[1], day(test.day)) < 0
  if (operator === 'after') return days !== null && Temporal.PlainDate.compare(days[0], day(test.day)) > 0
  if (operator === 'between')
    return days !== null && days.every((on) => isWithin(on, [day(test.from), day(test.to)]))
  if (operator === 'in') return days !== null && days.every((on) => isWithin(on, spanned(test.span, today)))
  if (operator === 'reaches')
    return exact !== null && isWithin(exact.add({ years: test.years }), spanned(test.span, today))
  if (operator === 'yearly')
    return when?.length === 10 && eachDay(spanned(test.span, today)).some((on) => isYearlyOn(when, on))
  if (operator === 'month')
    return when !== null && when.length > 4 && test.months.includes(Number(when.split('-')[1]))
  throw new Error(operator)
}

function countSays(count: number, test: ConditionTest): boolean {
  if (test.operator === 'atLeast') return count >= test.count
  if (test.operator === 'atMost') return count <= test.count
  if (test.operator === 'fromTo') return count >= test.least && count <= test.most
  throw new Error(test.operator)
}

function numbersSay(numbers: readonly string[], test: ConditionTest): boolean {
  const bare = (text: string) => text.replaceAll('-', '').replaceAll(' ', '').toUpperCase()
  if (test.operator === 'contains') return numbers.some((number) => bare(number).includes(bare(test.text)))
  return numbers.length === 0
}

function plainSays(value: string | null, test: ConditionTest): boolean {
  if (test.operator === 'empty') return value === null || value === ''
  if (value === null) return false
  if (test.operator === 'contains') return value.toLowerCase().includes(test.text.toLowerCase())
  if (test.operator === 'is') return value.toLowerCase() === test.text.toLowerCase()
  if (test.operator === 'oneOf') return test.codes.includes(value)
  throw new Error(test.operator)
}

interface Held {
  readonly code: string
  readonly fromOn: string | null
  readonly toOn: string | null
}

function periodsSay(held: readonly Held[], test: ConditionTest, today: Day): boolean {
  if (!('codes' in test)) throw new Error(test.operator)
  return held.some(({ code, fromOn, toOn }) => {
    if (test.codes.length > 0 && !test.codes.includes(code)) return false
    if (test.operator === 'startedIn')
      return fromOn !== null && isWithin(day(fromOn), spanned(test.span, today))
    if (test.operator === 'endsIn') return toOn !== null && isWithin(day(toOn), spanned(test.span, today))
    const on = 'on' in test && test.on !== null ? test.on : today.toString()
    if (test.operator === 'ended') return toOn !== null && toOn < on
    return (fromOn === null || fromOn <= on) && (toOn === null || on <= toOn)
  })
}

interface Office {
  readonly people: readonly Resident[]
  readonly buildingIds: ReadonlyMap<string, string>
  readonly today: Day
}

/** Group and grid of each unit that has some; a unit without goes by its building. */
const areas: Readonly<Record<string, { readonly group: string | null; readonly grid: string | null }>> = {
  '1号楼': { group: '1', grid: '2' },
  '1号楼 2': { group: '2', grid: null },
  '2号楼 1': { group: null, grid: '1' },
}

function areaOf(dwelling: Resident['dwelling']) {
  const [ofUnit, ofBuilding] =
    dwelling === null ? [] : [areas[`${dwelling.building} ${dwelling.unit}`], areas[dwelling.building]]
  return {
    group: ofUnit?.group ?? ofBuilding?.group ?? null,
    grid: ofUnit?.grid ?? ofBuilding?.grid ?? null,
  }
}

/** Writes those groups and grids down for the buildings there are. */
function writeAreas({ raw }: Ledger): void {
  raw.exec(`INSERT INTO residentGroup VALUES (1, '一组', '', 1), (2, '二组', '', 1);
    INSERT INTO grid VALUES (1, 'A', NULL, '', 1), (2, 'B', NULL, '', 1)`)
  const write = raw.prepare(
    `INSERT INTO buildingArea (buildingId, unit, residentGroupId, gridId)
     SELECT id, @unit, @group, @grid FROM building WHERE name = @building`,
  )
  for (const [place, { group, grid }] of Object.entries(areas)) {
    const [building = '', unit = ''] = place.split(' ')
    write.run({
      building,
      unit,
      group: group === null ? null : Number(group),
      grid: grid === null ? null : Number(grid),
    })
  }
}

const signedDays = [
  null,
  '2026-11-24',
  '2026-12-01',
  '2025-03-05',
  '1996-11-25',
  '2027-01-15',
  '2026-08-30',
] as const

/** When each of them signed the notice last. */
function signedOn(id: number): string | null {
  return signedDays[id % signedDays.length] ?? null
}

function writeSignatures(ledger: Ledger, ids: readonly number[]): void {
  const write = ledger.raw.prepare(
    `INSERT INTO noticeSignature (residentId, signedOn, signedBy, signer, recordedAt, staffName)
     VALUES (?, ?, 'self', '', '', '')`,
  )
  for (const id of ids) {
    const on = signedOn(id)
    if (on !== null) for (const each of ['1990-01-01', on]) write.run(id, each)
  }
}

function says(person: Resident, condition: FieldCondition, { people, buildingIds, today }: Office): boolean {
  const { field, test } = condition
  const family = people.filter(
    ({ householdId, presence }) => householdId === person.householdId && presence === 'here',
  )
  const { dwelling, disability } = person
  const others: Readonly<Partial<Record<ConditionField, () => boolean>>> = {
    birthWhen: () => dateSays(person.birthWhen, test, today),
    marriedWhen: () => dateSays(person.marriedWhen, test, today),
    noticeSignedOn: () => dateSays(signedOn(person.id), test, today),
    lunarBirth: () => lunarSays(person.lunarBirth, test, today),
    age: () => ageSays(birthday(person.birthWhen), test, today),
    careTags: () =>
      periodsSay(
        person.careTags.map((tag) => ({ ...tag, code: tag.careTag })),
        test,
        today,
      ),
    benefits: () =>
      periodsSay(
        person.benefits.map((one) => ({ ...one, code: one.benefit })),
        test,
        today,
      ),
    building: () => plainSays(dwelling === null ? null : (buildingIds.get(dwelling.building) ?? null), test),
    residentGroup: () => plainSays(areaOf(dwelling).group, test),
    grid: () => plainSays(areaOf(dwelling).grid, test),
    unit: () => plainSays(dwelling?.unit ?? null, test),
    room: () => plainSays(dwelling?.room ?? null, test),
    householdSize: () => countSays(family.length, test),
    isAloneInHousehold: () => person.presence === 'here' && family.length === 1,
    isHead: () => person.relationToHead === '01',
    hasSpouse: () => person.spouseId !== null,
    hasEmergencyContact: () => person.phones.some(({ isEmergency }) => isEmergency),
    phones: () =>
      numbersSay(
        person.phones.map(({ number }) => number),
        test,
      ),
    otherDocuments: () =>
      numbersSay(
        person.otherDocuments.map(({ number }) => number),
        test,
      ),
    idNumber: () => numbersSay(person.idNumber === '' ? [] : [person.idNumber], test),
    disabilityCategory: () => plainSays(disability?.category ?? null, test),
    disabilityGrade: () => plainSays(disability?.grade ?? null, test),
  }
  // What is left is a text or a code of the person under the same name.
  const plain = person[field as 'name' | 'maritalStatus']
  return isOwnFieldKey(field) ? false : (others[field]?.() ?? plainSays(plain, test))
}

function lunarSays(birth: Resident['lunarBirth'], test: ConditionTest, today: Day): boolean {
  if (test.operator === 'empty') return birth === null
  if (birth === null) return false
  if (test.operator === 'month') return test.months.includes(birth.month)
  return test.operator === 'yearly' && isLunarBirthdayWithin(birth, spanned(test.span, today))
}

function ageSays(born: Day | null, test: ConditionTest, today: Day): boolean {
  if (test.operator === 'empty') return born === null
  const age = born === null ? -1 : ageOf(born, 'on' in test && test.on !== null ? day(test.on) : today)
  return age >= 0 && countSays(age, test)
}

function agrees(person: Resident, condition: Condition, office: Office): boolean {
  if (!('match' in condition)) return says(person, condition, office) !== condition.isNot
  const answers = condition.conditions.map((one) => agrees(person, one, office))
  return (condition.match === 'all' ? !answers.includes(false) : answers.includes(true)) !== condition.isNot
}

// --- Random people and questions from small pools, so that they meet.

const texts = ['', '甲', 'Abc', 'abcd 甲']
const whens = [
  null,
  '1945',
  '1946-11',
  'XXXX-12-03',
  '1946-11-30',
  '1946-12-01',
  '1948-02-29',
  '2026-09-30',
  '2026-11-20',
  '1996-11-25',
  '2000-02-29',
]
const periodDays = fc.constantFrom(null, '2026-08-25', '2026-11-24', '2026-11-25', '2026-12-31')
const oneOf = (field: ConditionField) => fc.constantFrom(null, ...codesOfField(field).slice(0, 3))
const aPerson = fc
  .record({
    name: fc.constantFrom('王伟', '欧阳修', 'Anna Lee'),
    formerName: fc.constantFrom(...texts),
    otherName: fc.constantFrom(...texts),
    ownPinyin: fc.constantFrom('', 'wang wei'),
    sex: fc.constantFrom('1', '2', '9'),
    idDocumentType: fc.constantFrom('none', 'passport', 'other'),
    birthWhen: fc.constantFrom(...whens),
    marriedWhen: fc.constantFrom(...whens),
    lunarBirth: fc.constantFrom(
      null,
      { year: null, month: 10, day: 30, isLeap: false },
      { year: null, month: 11, day: 1, isLeap: true },
      { year: 1946, month: 6, day: 6, isLeap: true },
    ),
    ethnicGroup: oneOf('ethnicGroup'),
    education: oneOf('education'),
    politicalStatus: oneOf('politicalStatus'),
    maritalStatus: oneOf('maritalStatus'),
    occupation: oneOf('occupation'),
    workplace: fc.constantFrom(...texts),
    retirementUnit: fc.constantFrom(...texts),
    phones: fc.subarray([
      { number: '139-0000 1234', owner: '', isEmergency: false, note: '' },
      { number: '02980001234', owner: '女儿', isEmergency: true, note: '' },
    ]),
    otherDocuments: fc.subarray([
      { documentType: 'passport', number: 'E12345678', isFormer: true, note: '' },
    ]),
    dwelling: fc.constantFrom(
      null,
      { building: '1号楼', unit: '', room: '101' },
      { building: '1号楼', unit: '2', room: '102' },
      { building: '2号楼', unit: '1', room: '101A' },
    ),
    relationToHead: fc.constantFrom(null, '01', '10'),
    registeredAddress: fc.constantFrom(...texts),
    currentAddress: fc.constantFrom(...texts),
    residenceStatus: fc.constantFrom(...codesOfField('residenceStatus')),
    livingArrangement: oneOf('livingArrangement'),
    health: oneOf('health'),
    disability: fc.constantFrom(
      null,
      { category: '1', grade: '2', reissueCount: 0 },
      { category: '2', grade: '1', reissueCount: 0 },
    ),
    careTags: fc
      .subarray(['disabled', 'lowIncome'])
      .chain((tags) =>
        fc.tuple(
          ...tags.map((careTag) =>
            fc.record({ careTag: fc.constant(careTag), fromOn: periodDays, toOn: periodDays }),
          ),
        ),
      ),
    benefits: fc
      .subarray(['pension', 'oldAgeAllowance'])
      .chain((all) =>
        fc.tuple(
          ...all.map((benefit) =>
            fc.record({ benefit: fc.constant(benefit), fromOn: periodDays, toOn: periodDays }),
          ),
        ),
      ),
    note: fc.constantFrom(...texts),
  })
  .chain((draft) =>
    fc.record({
      draft: fc.nat({ max: 999_999 }).map((number) => ({
        ...draft,
        idNumber: draft.idDocumentType === 'none' ? '' : `X${String(number).padStart(6, '0')}`,
      })),
      presence: fc.constantFrom('here' as const, ...presenceSchema.options),
    }),
  )

const aSpan: fc.Arbitrary<Span> = fc.oneof(
  fc.record({
    span: fc.constantFrom('next' as const, 'last' as const),
    count: fc.constantFrom(1, 3, 30),
    unit: fc.constantFrom('day' as const, 'month' as const),
  }),
  fc.record({ span: fc.constantFrom(...calendarSpans) }),
)
const aDay = fc.constantFrom(
  '1945-12-31',
  '1946-11-30',
  '1948-02-29',
  '2026-11-24',
  '2026-11-25',
  '2026-12-31',
)
const anAgeDay = fc.constantFrom(null, null, '1996-02-28', '2026-11-30', '2027-03-01')
const textsOf: Partial<Record<ConditionField, readonly string[]>> = {
  name: ['王伟', 'ANNA lee', 'a', '阳'],
  ownPinyin: ['Wang Wei', 'ang', 'x'],
  unit: ['1', '2'],
  room: ['101', '101a', '2'],
  phones: ['1234', '390000', '-', '13 9', '0298'],
  otherDocuments: ['e1', '678', '9'],
  idNumber: ['X0', '12', '7'],
}
const months = fc.subarray([1, 2, 6, 10, 11, 12], { minLength: 1 })
const count = fc.constantFrom(0, 1, 2, 30, 77, 78, 80)

function aTest(field: ConditionField, operator: ConditionOperator): fc.Arbitrary<unknown> {
  const is = fc.constant(operator)
  const known = isPlaceField(field) ? ['1', '2', '999'] : codesOfField(field).slice(0, 4)
  const codes = fc.subarray([...known], { minLength: operator === 'oneOf' ? 1 : 0 })
  const on = field === 'age' ? anAgeDay : fc.constant(null)
  const text = fc.constantFrom(...(textsOf[field] ?? ['甲', 'ab', 'ABC', 'bcd']))
  const years = fc.constantFrom(30, 77, 80)
  const tests: Readonly<Partial<Record<ConditionOperator, fc.Arbitrary<unknown>>>> = {
    contains: fc.record({ operator: is, text }),
    is: fc.record({ operator: is, text }),
    oneOf: fc.record({ operator: is, codes }),
    before: fc.record({ operator: is, day: aDay }),
    after: fc.record({ operator: is, day: aDay }),
    between: fc.record({ operator: is, from: aDay, to: aDay }),
    in: fc.record({ operator: is, span: aSpan }),
    yearly: fc.record({ operator: is, span: aSpan }),
    reaches: fc.record({ operator: is, years, span: aSpan }),
    month: fc.record({ operator: is, months }),
    atLeast: fc.record({ operator: is, count, on }),
    atMost: fc.record({ operator: is, count, on }),
    fromTo: fc.record({ operator: is, least: count, most: count, on }),
    held: fc.record({ operator: is, codes, on: fc.option(aDay) }),
    ended: fc.record({ operator: is, codes, on: fc.option(aDay) }),
    startedIn: fc.record({ operator: is, codes, span: aSpan }),
    endsIn: fc.record({ operator: is, codes, span: aSpan }),
  }
  return tests[operator] ?? fc.record({ operator: is })
}

function aCondition(field: ConditionField, operator: ConditionOperator): fc.Arbitrary<FieldCondition> {
  return fc.record({
    field: fc.constant(field),
    isNot: fc.boolean(),
    test: aTest(field, operator) as fc.Arbitrary<ConditionTest>,
  })
}

const questions = conditionFieldNames.flatMap((field) =>
  operatorsOf(field).map((operator) => ({ field, operator })),
)
const everyCondition = questions.map(({ field, operator }) => aCondition(field, operator))
const aFieldCondition = fc.oneof(...everyCondition)

function aGroup(depth: number): fc.Arbitrary<ConditionGroup> {
  const inner: fc.Arbitrary<Condition> =
    depth === 1
      ? aFieldCondition
      : fc.oneof({ weight: 3, arbitrary: aFieldCondition }, { weight: 1, arbitrary: aGroup(depth - 1) })
  return fc.record({
    match: fc.constantFrom('all' as const, 'any' as const),
    isNot: fc.boolean(),
    conditions: fc.array(inner, { minLength: 1, maxLength: 4 }),
  })
}

it('finds those whom somebody would find who looks at every person', async () => {
  const hits = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(aPerson, { minLength: 20, maxLength: 30, size: 'max' }),
      fc.tuple(...everyCondition),
      fc.array(aGroup(3), { minLength: 10, maxLength: 20, size: 'max' }),
      fc.constantFrom('2026-11-25', '2026-11-30', '2027-02-28', '2028-02-29'),
      async (drawn, singles, groups, todayOn) => {
        const ledger = openTestLedger({ clock: fixedClock(todayOn) })
        const distinct = [...new Map(drawn.map((one) => [one.draft.idNumber || one, one])).values()]
        await inTestTransaction(ledger, (trx) =>
          insertResidents(
            trx,
            distinct.map(({ draft }) => aResidentDraft(draft)),
            changeBy(ledger, 'form'),
          ),
        )
        const place = ledger.raw.prepare('UPDATE resident SET presence = ? WHERE id = ?')
        distinct.forEach(({ presence }, index) => place.run(presence, index + 1))
        ledger.raw.exec('UPDATE resident SET spouseId = 1 WHERE id = 2')
        writeAreas(ledger)
        writeSignatures(
          ledger,
          distinct.map((_, index) => index + 1),
        )
        const people = await Promise.all(distinct.map((_, index) => getResident(ledger, index + 1)))
        const buildings = await ledger.db.selectFrom('building').select(['id', 'name']).execute()
        const office = {
          people,
          buildingIds: new Map(buildings.map(({ id, name }) => [name, String(id)])),
          today: day(todayOn),
        }
        const alone = singles
          .filter(({ test }) => !('codes' in test) || test.codes.length > 0)
          .map((condition): ConditionGroup => ({
            match: 'all',
            isNot: false,
            conditions: [condition],
          }))
        for (const group of [...alone, ...groups]) {
          const expected = people.filter((person) => agrees(person, group, office)).map(({ id }) => id)
          // Reading the lines of the list is what takes its time, so that most questions go without.
          const ids = alone.includes(group)
            ? idsMeeting(ledger, group, { todayOn: asCalendarDate(todayOn), numbers: 'anyPart' })
            : await found(ledger, group)
          // The ids are a set; lists put them in order.
          expect([group, [...ids].sort((one, other) => one - other)]).toEqual([group, expected])
          const [first] = group.conditions
          if (
            alone.includes(group) &&
            first !== undefined &&
            'test' in first &&
            expected.length > 0 &&
            expected.length < people.length
          ) {
            const key = `${first.field} ${first.test.operator}`
            hits.set(key, (hits.get(key) ?? 0) + 1)
          }
        }
        closeLedger(ledger)
      },
    ),
    { numRuns: 16, seed: 20261125, endOnFailure: true },
  )
  // Every question told people apart at least once, or it would have shown nothing.
  expect(questions.filter(({ field, operator }) => !hits.has(`${field} ${operator}`))).toEqual([])
}, 120_000)

describe('what is not for somebody', () => {
  const worker = anActor({ role: 'worker' })
  const viewer = anActor({ role: 'viewer' })

  it.each([
    ['birthWhen', { operator: 'month', months: [5] }],
    ['lunarBirth', { operator: 'empty' }],
    ['note', { operator: 'empty' }],
    ['health', { operator: 'empty' }],
    ['disabilityGrade', { operator: 'oneOf', codes: ['1'] }],
    ['benefits', { operator: 'held', codes: [], on: null }],
    ['careTags', { operator: 'held', codes: ['loneElder', 'disabled'], on: null }],
    ['age', { operator: 'atLeast', count: 80, on: '2026-12-01' }],
  ] as const)('%s is refused to a viewer at any depth, even as a count', async (field, test) => {
    const ledger = openTestLedger()
    await add(ledger, {})
    const condition = {
      match: 'any' as const,
      isNot: true,
      conditions: [only('sex', { operator: 'oneOf', codes: ['1'] }), only(field, test)],
    }
    const asked = { filter: { ...noFilter, condition }, offset: 0, limit: 1 }
    await expect(listResidents(ledgerFor(ledger, viewer), asked)).rejects.toEqual(
      new FailureError('notAllowed', 'condition', field),
    )
    await expect(listResidents(ledgerFor(ledger, worker), asked)).resolves.toHaveProperty('totalCount')
  })

  it('is no part of "any tag" either', async () => {
    const ledger = openTestLedger()
    await add(ledger, { careTags: [{ careTag: 'disabled', fromOn: null, toOn: null }] })
    const any = only('careTags', { operator: 'held', codes: [], on: null })
    expect(await found(ledger, any)).toEqual([1])
    expect(await found(ledgerFor(ledger, viewer), any)).toEqual([])
  })

  it('finds numbers for a viewer by what their masks show, never by hidden digits', async () => {
    const ledger = openTestLedger()
    await add(ledger, {
      idNumber: '11010519491231002X',
      birthWhen: '1949-12-31',
      phones: [
        { number: '029-88881234', owner: '', isEmergency: false, note: '' },
        { number: '8765432', owner: '', isEmergency: false, note: '' },
      ],
    })
    const seen = async (field: 'idNumber' | 'phones', text: string) =>
      (await found(ledgerFor(ledger, viewer), only(field, { operator: 'contains', text }))).length
    for (const text of ['11010519491231002x', '002x', '110', '2X'])
      expect([text, await seen('idNumber', text)]).toEqual([text, 1])
    for (const text of ['1101', '1949', '49', '9491231002X'])
      expect([text, await seen('idNumber', text)]).toEqual([text, 0])
    for (const text of ['1234', '029', '02988881234', '029-8888 1234', '8765432'])
      expect([text, await seen('phones', text)]).toEqual([text, 1])
    for (const text of ['8888', '0298', '81234', '876', '5432'])
      expect([text, await seen('phones', text)]).toEqual([text, 0])
    expect(await found(ledger, only('phones', { operator: 'contains', text: '9-888' }))).toEqual([1])
  })
})

it('asks anew after a change that the search in memory knows nothing of', async () => {
  const ledger = openTestLedger()
  const { id } = await add(ledger, { relationToHead: '01' })
  const heads = only('isHead', { operator: 'yes' })
  expect(await found(ledger, heads)).toEqual([id])
  ledger.raw.exec('UPDATE household SET headResidentId = NULL')
  expect(await found(ledger, heads)).toEqual([])
})

it('keeps lunar birthdays in months that are too short and in years without their leap month', async () => {
  const clock = fixedClock('2026-02-14')
  const ledger = openTestLedger({ clock })
  const lunarBirth = (month: number, day: number, isLeap: boolean) => ({ year: null, month, day, isLeap })
  await add(ledger, { lunarBirth: lunarBirth(12, 30, false) })
  await add(ledger, { lunarBirth: lunarBirth(11, 1, true) })
  const soon = only('lunarBirth', { operator: 'yearly', span: { span: 'next', count: 1, unit: 'day' } })
  expect(await found(ledger, soon)).toEqual([])
  // The twelfth month ends on 16 February 2026 with its 29th day.
  clock.moveTo('2026-02-15')
  expect(await found(ledger, soon)).toEqual([1])
  clock.moveTo('2026-12-09')
  expect(await found(ledger, soon)).toEqual([2])
})
