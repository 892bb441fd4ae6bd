import { headOfHouseholdCode, type RelationToHead } from '../../domain/codes/relation-to-head.ts'
import { evenRolls, type RandomNumbers } from './random-numbers.ts'

/** Unit: years; the oldest was born in 1920. */
const oldestAge = 105

export type HouseholdKind =
  | 'single'
  | 'couple'
  | 'family'
  | 'loneParent'
  | 'threeGenerations'
  | 'elderCouple'
  | 'loneElder'
  | 'elderWithChild'
  | 'sharedFlat'

export interface SampleMember {
  readonly sex: '1' | '2'
  /** Unit: full years on the sample's day. */
  readonly age: number
  readonly relationToHead: RelationToHead
  /** Whose surname the person has: the family's, or one of their own. */
  readonly surname: 'family' | 'own'
}

/** Unit: share of all households. */
const shares: readonly (readonly [HouseholdKind, number])[] = [
  ['single', 0.13],
  ['couple', 0.14],
  ['family', 0.465],
  ['loneParent', 0.04],
  ['threeGenerations', 0.085],
  ['elderCouple', 0.065],
  ['loneElder', 0.03],
  ['elderWithChild', 0.02],
  ['sharedFlat', 0.025],
]

/** Households one after the other, each with its members, the head first. */
export function sampleHouseholds(
  random: RandomNumbers,
): () => { readonly kind: HouseholdKind; readonly members: readonly SampleMember[] } {
  const kindRoll = evenRolls(random, 200)
  const elderRoll = evenRolls(random, 100)
  return () => {
    const kind = kindOf(kindRoll())
    return { kind, members: drawMembers(random, kind, () => elderAgeOf(random, elderRoll())) }
  }
}

function kindOf(roll: number): HouseholdKind {
  let rest = roll
  for (const [kind, share] of shares) {
    rest -= share
    if (rest < 0) return kind
  }
  return 'family'
}

function drawMembers(
  random: RandomNumbers,
  kind: HouseholdKind,
  nextElderAge: () => number,
): readonly SampleMember[] {
  switch (kind) {
    case 'single':
      return [headOf(eitherSex(random), random.integer(20, 64))]
    case 'couple':
      return drawCouple(random, random.integer(24, 66))
    case 'family': {
      const age = random.integer(26, 62)
      return [...drawCouple(random, age), ...drawChildren(random, age, random.chance(0.35) ? 2 : 1)]
    }
    case 'loneParent': {
      const age = random.integer(28, 60)
      return [headOf(random.chance(0.75) ? '2' : '1', age), ...drawChildren(random, age, 1)]
    }
    case 'threeGenerations':
      return drawThreeGenerations(random)
    case 'elderCouple':
      return drawCouple(random, nextElderAge())
    case 'loneElder':
      return [headOf(random.chance(0.3) ? '1' : '2', nextElderAge())]
    case 'elderWithChild': {
      const age = nextElderAge()
      const child = drawChildren(random, age, 1)
      return [headOf(random.chance(0.4) ? '1' : '2', age), ...child]
    }
    case 'sharedFlat':
      return [
        headOf(eitherSex(random), random.integer(19, 35)),
        ...Array.from({ length: random.integer(1, 3) }, () => tenant(random)),
      ]
  }
}

function headOf(sex: '1' | '2', age: number): SampleMember {
  return { sex, age, relationToHead: headOfHouseholdCode, surname: 'family' }
}

function drawCouple(random: RandomNumbers, headAge: number): SampleMember[] {
  const age = Math.max(22, headAge + random.integer(-6, 2))
  const isHusbandHead = random.chance(0.85)
  const partner = isHusbandHead
    ? ({ sex: '2', relationToHead: '12' } as const)
    : ({ sex: '1', relationToHead: '11' } as const)
  return [headOf(isHusbandHead ? '1' : '2', headAge), { ...partner, age, surname: 'own' }]
}

function drawChildren(random: RandomNumbers, parentAge: number, count: number): SampleMember[] {
  const oldest = Math.max(0, parentAge - random.integer(23, 31))
  return Array.from({ length: count }, (_, index) => {
    const sex = random.chance(0.52) ? '1' : '2'
    const age = Math.max(0, oldest - index * random.integer(2, 6))
    return { sex, age, relationToHead: childRelation(sex, count, index), surname: 'family' }
  })
}

function childRelation(sex: '1' | '2', count: number, index: number): RelationToHead {
  if (count === 1) return sex === '1' ? '21' : '31'
  // Offices often write just son or daughter where there are several.
  if (index > 0) return sex === '1' ? '20' : '30'
  return sex === '1' ? '22' : '32'
}

function drawThreeGenerations(random: RandomNumbers): SampleMember[] {
  const age = random.integer(30, 56)
  const parentAge = Math.min(oldestAge, age + random.integer(22, 34))
  const mother: SampleMember = { sex: '2', age: parentAge, relationToHead: '52', surname: 'own' }
  const father: SampleMember = {
    sex: '1',
    age: Math.min(oldestAge, parentAge + random.integer(0, 4)),
    relationToHead: '51',
    surname: 'family',
  }
  const couple: SampleMember[] = [
    headOf('1', age),
    { sex: '2', age: Math.max(24, age - random.integer(0, 5)), relationToHead: '12', surname: 'own' },
  ]
  const parents = random.chance(0.3) ? [father, mother] : [random.chance(0.3) ? father : mother]
  return [...couple, ...drawChildren(random, age, random.chance(0.3) ? 2 : 1), ...parents]
}

function tenant(random: RandomNumbers): SampleMember {
  return { sex: eitherSex(random), age: random.integer(19, 35), relationToHead: '99', surname: 'own' }
}

function eitherSex(random: RandomNumbers): '1' | '2' {
  return random.chance(0.5) ? '1' : '2'
}

function elderAgeOf(random: RandomNumbers, roll: number): number {
  if (roll < 0.05) return Math.min(oldestAge, 90 + Math.floor(random.next() ** 3 * 16))
  if (roll < 0.27) return random.integer(80, 89)
  return roll < 0.74 ? random.integer(70, 79) : random.integer(65, 69)
}
