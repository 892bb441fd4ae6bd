import { calendarDate, partialDateSchema, type PartialDate } from '../../domain/calendar-date.ts'
import type { Education } from '../../domain/codes/education.ts'
import type { HealthState } from '../../domain/codes/health-state.ts'
import type { MaritalStatus } from '../../domain/codes/marital-status.ts'
import type { Occupation } from '../../domain/codes/occupation.ts'
import { sampleEmployers, sampleFormerNames, sampleUnits } from './places.ts'
import type { RandomNumbers } from './random-numbers.ts'
import type { SampleMember } from './sample-household.ts'

const retirementAge = { '1': 60, '2': 55 } as const
const adultAge = 18

/** Schooling, marriage and work as they go together at an age. */
export function drawLife(random: RandomNumbers, member: SampleMember) {
  const occupation = drawOccupation(random, member)
  const maritalStatus = drawMaritalStatus(random, member)
  return {
    education: drawEducation(random, member.age),
    politicalStatus: member.age < adultAge ? null : random.chance(0.07) ? ('01' as const) : ('13' as const),
    maritalStatus,
    marriedWhen: maritalStatus === '20' ? drawMarriage(random, member.age) : null,
    formerName: member.age >= 60 && random.chance(0.02) ? random.pick(sampleFormerNames) : '',
    occupation,
    workplace: isEmployed(occupation) && random.chance(0.5) ? random.pick(sampleEmployers) : '',
    retirementUnit: occupation === '80' && random.chance(0.6) ? random.pick(sampleUnits) : '',
  }
}

function isEmployed(occupation: Occupation | null): boolean {
  return occupation === '13' || occupation === '17' || occupation === '24'
}

/** Often only the year is known. */
function drawMarriage(random: RandomNumbers, age: number): PartialDate | null {
  if (random.chance(0.4)) return null
  const year = 2026 - Math.max(0, age - random.integer(21, 29))
  const month = String(random.integer(1, 10)).padStart(2, '0')
  return partialDateSchema.parse(random.chance(0.5) ? String(year) : `${year}-${month}-01`)
}

function drawEducation(random: RandomNumbers, age: number): Education | null {
  if (age < 6) return null
  if (age < 12) return '80'
  if (age < 15) return '70'
  if (age < adultAge) return '60'
  const chances = age >= 70 ? olderChances : youngerChances
  let rest = random.next()
  for (const [education, share] of chances) {
    rest -= share
    if (rest < 0) return education
  }
  return '70'
}

const olderChances: readonly (readonly [Education, number])[] = [
  ['81', 0.45],
  ['71', 0.3],
  ['61', 0.12],
  ['41', 0.06],
  ['31', 0.04],
]
const youngerChances: readonly (readonly [Education, number])[] = [
  ['21', 0.3],
  ['31', 0.25],
  ['61', 0.2],
  ['71', 0.15],
  ['14', 0.05],
]

function drawMaritalStatus(
  random: RandomNumbers,
  { age, relationToHead }: SampleMember,
): MaritalStatus | null {
  if (age < adultAge) return null
  if (relationToHead === '11' || relationToHead === '12') return '20'
  if (age >= 75) return random.chance(0.5) ? '30' : '20'
  if (age < 28) return '10'
  return random.chance(0.85) ? '20' : random.chance(0.6) ? '40' : '10'
}

function drawOccupation(random: RandomNumbers, { age, sex }: SampleMember): Occupation | null {
  if (age < 6) return null
  if (age < 22) return '31'
  if (age >= retirementAge[sex]) return '80'
  return random.pick(['13', '17', '17', '24', '54', '51', '70'] as const)
}

/** The older, the less well. */
export function drawHealth(random: RandomNumbers, age: number): HealthState {
  const roll = random.next() - (age - 65) * 0.012
  if (roll > 0.45) return 'healthy'
  if (roll > 0.1) return 'fair'
  return roll > -0.1 ? 'selfReliant' : 'dependent'
}

/** Since the first day of a year somebody may have got it. */
export function drawBenefitStart(random: RandomNumbers) {
  return calendarDate(random.integer(2018, 2026), random.integer(1, 11), 1)
}
