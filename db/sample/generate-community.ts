import { calendarDate, dateParts, daysInMonth, type CalendarDate } from '../../domain/calendar-date.ts'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { citizenCheckCharacter } from '../../domain/id-number.ts'
import { lunarDateOf } from '../../domain/lunar-date.ts'
import { residentDraftSchema, type DwellingDraft, type ResidentDraft } from '../../domain/resident.ts'
import * as names from './names.ts'
import { randomNumbers, type RandomNumbers } from './random-numbers.ts'

type HouseholdKind = 'loneElder' | 'elderCouple' | 'threeGenerations' | 'family' | 'single'
type Sex = '1' | '2'

interface Person {
  readonly sex: Sex
  readonly age: number
  readonly relationToHead: string
  readonly surname: string
}

const areaCode = '610103'

/** Invented households in walking order; the same seed and day give the same people. */
export function* generateCommunity(options: {
  readonly seed: number
  readonly householdCount: number
  readonly todayOn: CalendarDate
}): Generator<readonly ResidentDraft[]> {
  const random = randomNumbers(options.seed)
  const usedNumbers = new Set<string>()
  for (let index = 0; index < options.householdCount; index += 1) {
    const dwelling = dwellingAt(index, options.householdCount)
    yield generateHousehold(random, usedNumbers, dwelling, options.todayOn)
  }
}

function dwellingAt(index: number, householdCount: number): DwellingDraft {
  const perBuilding = Math.ceil(householdCount / names.buildingNames.length)
  const building = names.buildingNames[Math.floor(index / perBuilding)] ?? names.flatBuilding
  const within = index % perBuilding
  const unit = String(Math.floor(within / 50) + 1)
  const floor = Math.floor((within % 50) / 2) + 1
  return { building, unit, room: `${String(floor)}0${String((within % 2) + 1)}` }
}

function generateHousehold(
  random: RandomNumbers,
  usedNumbers: Set<string>,
  dwelling: DwellingDraft,
  todayOn: CalendarDate,
): ResidentDraft[] {
  const kind = householdKind(random)
  const sharedPhone = phoneNumber(random)
  return members(random, kind).map((person) =>
    residentDraft(random, usedNumbers, { person, kind, dwelling, sharedPhone, todayOn }),
  )
}

function householdKind(random: RandomNumbers): HouseholdKind {
  const roll = random.next()
  if (roll < 0.035) return 'loneElder'
  if (roll < 0.1) return 'elderCouple'
  if (roll < 0.16) return 'threeGenerations'
  return roll < 0.87 ? 'family' : 'single'
}

function members(random: RandomNumbers, kind: HouseholdKind): Person[] {
  const surname = random.chance(0.01) ? random.pick(names.compoundSurnames) : random.pick(names.surnames)
  const other = () => random.pick(names.surnames)
  const head = (sex: Sex, age: number): Person => ({ sex, age, relationToHead: headOfHouseholdCode, surname })
  const wife = (age: number): Person => ({ sex: '2', age, relationToHead: '12', surname: other() })
  const child = (age: number): Person =>
    random.chance(0.52)
      ? { sex: '1', age, relationToHead: '20', surname }
      : { sex: '2', age, relationToHead: '30', surname }
  switch (kind) {
    case 'loneElder':
      return [head(random.chance(0.3) ? '1' : '2', elderAge(random))]
    case 'elderCouple': {
      const age = elderAge(random)
      return [head('1', age), wife(Math.max(60, age - random.integer(0, 5)))]
    }
    case 'threeGenerations': {
      const age = random.integer(32, 55)
      const parent: Person = {
        sex: '2',
        age: Math.min(age + random.integer(22, 33), 98),
        relationToHead: '52',
        surname: other(),
      }
      return [head('1', age), wife(age - random.integer(0, 4)), child(random.integer(0, age - 23)), parent]
    }
    case 'family': {
      const age = random.integer(26, 64)
      const children = Array.from({ length: random.integer(0, 2) }, () =>
        child(random.integer(0, Math.max(0, age - 24))),
      )
      return [head('1', age), wife(Math.max(22, age - random.integer(0, 5))), ...children]
    }
    case 'single':
      return [head(random.chance(0.5) ? '1' : '2', random.integer(20, 59))]
  }
}

function elderAge(random: RandomNumbers): number {
  const roll = random.next()
  if (roll < 0.05) return random.integer(90, 101)
  return roll < 0.3 ? random.integer(80, 89) : random.integer(65, 79)
}

function residentDraft(
  random: RandomNumbers,
  usedNumbers: Set<string>,
  facts: {
    readonly person: Person
    readonly kind: HouseholdKind
    readonly dwelling: DwellingDraft
    readonly sharedPhone: string
    readonly todayOn: CalendarDate
  },
): ResidentDraft {
  const { person, kind, dwelling, sharedPhone, todayOn } = facts
  const birthOn = birthDate(random, person.age, todayOn)
  const minority = random.chance(0.008) ? random.pick(names.minorityPeople) : undefined
  const sex = minority?.sex ?? person.sex
  const isElder = person.age >= 65
  const careTags = careTagsOf(random, person, kind)
  return residentDraftSchema.parse({
    name: minority?.name ?? person.surname + givenName(random, sex, person.age),
    sex,
    idDocumentType: 'citizenId',
    idNumber: idNumber(random, usedNumbers, birthOn, sex),
    birthWhen: birthOn,
    lunarBirth: isElder && random.chance(0.4) ? { ...lunarDateOf(birthOn) } : null,
    ethnicGroup: minority?.ethnicGroup ?? (random.chance(0.02) ? '03' : '01'),
    phones:
      person.age < 12 ? [] : [{ number: random.chance(0.3) ? sharedPhone : phoneNumber(random), note: '' }],
    dwelling,
    relationToHead: person.relationToHead,
    registeredAddress: `${names.registeredStreet}${String(random.integer(1, 200))}号`,
    currentAddress: '',
    residenceStatus: random.chance(0.82)
      ? 'registeredAndLiving'
      : random.pick(['livingOnly', 'floating'] as const),
    livingArrangement: livingArrangement(random, kind, isElder),
    careTags: careTags.map((careTag) => ({ careTag, fromOn: null, toOn: null })),
    note: isElder && random.chance(0.05) ? random.pick(Object.values(names.sampleNotes)) : '',
  })
}

function careTagsOf(random: RandomNumbers, person: Person, kind: HouseholdKind): string[] {
  const isElder = person.age >= 65
  const drawn: readonly (readonly [string, number])[] = [
    ['disabled', isElder ? 0.06 : 0.012],
    ['lowIncome', 0.01],
    ['loneElder', kind === 'loneElder' ? 0.35 : 0],
    ['partyMember', person.age >= 22 ? 0.07 : 0],
    ['veteran', person.sex === '1' && person.age >= 25 ? 0.03 : 0],
    ['seriousIllness', isElder ? 0.03 : 0.003],
  ]
  return drawn.filter(([, probability]) => random.chance(probability)).map(([careTag]) => careTag)
}

function livingArrangement(random: RandomNumbers, kind: HouseholdKind, isElder: boolean): string | null {
  if (kind === 'loneElder') return random.chance(0.15) ? 'loneNoFamily' : 'alone'
  if (kind === 'elderCouple') return 'withSpouse'
  return isElder ? 'withChildren' : null
}

function birthDate(random: RandomNumbers, age: number, todayOn: CalendarDate): CalendarDate {
  const today = dateParts(todayOn)
  const month = random.integer(1, 12)
  const year = today.year - age - (month >= today.month ? 1 : 0)
  const isThisMonth = month === today.month
  const wanted = random.integer(1, daysInMonth(year, month))
  return calendarDate(Math.min(year, isThisMonth ? today.year - 1 : today.year), month, wanted)
}

function idNumber(random: RandomNumbers, used: Set<string>, birthOn: CalendarDate, sex: Sex): string {
  const head = areaCode + birthOn.replaceAll('-', '')
  for (;;) {
    const sequence = random.integer(0, 499) * 2 + (sex === '1' ? 1 : 0)
    const first17 = head + String(sequence).padStart(3, '0')
    const number = first17 + citizenCheckCharacter(first17)
    if (used.has(number)) continue
    used.add(number)
    return number
  }
}

function givenName(random: RandomNumbers, sex: Sex, age: number): string {
  if (random.chance(0.004)) return random.pick(names.rareGivenNames)
  if (sex === '1') return random.pick(age >= 50 ? names.olderMaleNames : names.youngerMaleNames)
  return random.pick(age >= 50 ? names.olderFemaleNames : names.youngerFemaleNames)
}

function phoneNumber(random: RandomNumbers): string {
  return `1${random.pick(['39', '38', '55', '86'] as const)}${String(random.integer(0, 99_999_999)).padStart(8, '0')}`
}
