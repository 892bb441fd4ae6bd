import type { EthnicGroup } from '../../domain/codes/ethnic-group.ts'
import * as names from './names.ts'
import type { RandomNumbers } from './random-numbers.ts'
import type { SampleMember } from './sample-household.ts'

const separator = '\u00b7'

/** How the members of one household are called. */
export interface HouseholdNames {
  readonly ethnicGroup: EthnicGroup
  readonly nameOf: (member: SampleMember) => string
}

export function drawHouseholdNames(random: RandomNumbers): HouseholdNames {
  const roll = random.next()
  if (roll < 0.006) return uyghurHousehold(random)
  if (roll < 0.008) return { ethnicGroup: '04', nameOf: ({ sex }) => random.pick(names.tibetanNames[sex]) }
  if (roll < 0.01) return { ethnicGroup: '02', nameOf: ({ sex }) => random.pick(names.mongolianNames[sex]) }
  if (roll < 0.03) return { ethnicGroup: '03', nameOf: hanNames(random) }
  return { ethnicGroup: roll < 0.04 ? '11' : '01', nameOf: hanNames(random) }
}

function uyghurHousehold(random: RandomNumbers): HouseholdNames {
  const father = random.pick(names.uyghurNames['1'])
  return {
    ethnicGroup: '05',
    nameOf: ({ sex, surname }) => {
      const second = surname === 'family' ? father : random.pick(names.uyghurNames['1'])
      return `${random.pick(names.uyghurNames[sex])}${separator}${second}`
    },
  }
}

function hanNames(random: RandomNumbers): HouseholdNames['nameOf'] {
  const family = drawSurname(random)
  return (member) =>
    (member.surname === 'family' ? family : drawSurname(random)) + drawGivenName(random, member)
}

function drawSurname(random: RandomNumbers): string {
  if (random.chance(0.008)) return random.pick(names.compoundSurnames)
  // The square draws the common ones, which stand first, more often.
  return names.surnames[Math.floor(random.next() ** 2 * names.surnames.length)] ?? random.pick(names.surnames)
}

function drawGivenName(random: RandomNumbers, { sex, age }: SampleMember): string {
  if (random.chance(0.004)) return random.pick(names.rareGivenNames)
  const given = names.givenNamesOf[sex][age >= 55 ? 'older' : age >= 26 ? 'middle' : 'younger']
  if (random.chance(0.15)) return random.pick(given.single)
  const first = random.pick(given.first)
  const second = random.pick(given.second)
  return first === second ? first : first + second
}
