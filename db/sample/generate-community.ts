import { formatDwelling } from '../../domain/address.ts'
import type { ResidenceStatus } from '../../domain/codes/residence-status.ts'
import type { DwellingDraft, ResidentDraft } from '../../domain/resident.ts'
import { elsewhere, houseNumberWord, livingElsewhere, registeredStreet } from './places.ts'
import { randomNumbers, type RandomNumbers } from './random-numbers.ts'
import { sampleDwellings } from './sample-dwellings.ts'
import { sampleHouseholds, type HouseholdKind } from './sample-household.ts'
import { sampleIdNumbers } from './sample-id-number.ts'
import { drawHouseholdNames } from './sample-names.ts'
import { drawLandline, drawMobileNumber, sampleResident, type SampleHome } from './sample-resident.ts'

/** What decides a sample: the same options give the same people on every day and every machine. */
export interface CommunityOptions {
  readonly seed: number
  readonly householdCount: number
}

/** Invented households, building by building, the head of each first. */
export function* generateCommunity({
  seed,
  householdCount,
}: CommunityOptions): Generator<readonly ResidentDraft[]> {
  const random = randomNumbers(seed)
  const dwellings = sampleDwellings(random)
  // Apart, so that one more fact about a person changes nobody else.
  const lives = randomNumbers(seed + 1)
  const nextHousehold = sampleHouseholds(random)
  const nextIdNumber = sampleIdNumbers(random)
  for (let made = 0; made < householdCount; made += 1) {
    const { kind, members } = nextHousehold()
    const { ethnicGroup, nameOf } = drawHouseholdNames(random)
    const home = { ...drawHome(random, kind, dwellings.next().value), kind, ethnicGroup }
    yield members.map((member) =>
      sampleResident({ random, lives, nextIdNumber }, home, { ...member, name: nameOf(member) }),
    )
  }
}

function drawHome(
  random: RandomNumbers,
  kind: HouseholdKind,
  dwelling: DwellingDraft,
): Omit<SampleHome, 'kind' | 'ethnicGroup'> {
  const residenceStatus = drawResidenceStatus(random, kind)
  const isHere = residenceStatus !== 'registeredOnly'
  const isRegisteredHere = residenceStatus === 'registeredAndLiving' || !isHere
  return {
    dwelling: isHere ? dwelling : null,
    currentAddress: isHere ? '' : random.pick(livingElsewhere),
    registeredAddress: isRegisteredHere
      ? registeredStreet + formatDwelling(dwelling)
      : drawAddressElsewhere(random),
    residenceStatus,
    phone: drawMobileNumber(random),
    landline: drawLandline(random),
  }
}

function drawResidenceStatus(random: RandomNumbers, kind: HouseholdKind): ResidenceStatus {
  if (kind === 'sharedFlat') return random.pick(['floating', 'livingOnly'] as const)
  // People without a dwelling here are households by themselves, so only those who live alone are such.
  if (kind === 'single' && random.chance(0.08)) return 'registeredOnly'
  return random.chance(0.86)
    ? 'registeredAndLiving'
    : random.pick(['livingOnly', 'livingOnly', 'floating'] as const)
}

function drawAddressElsewhere(random: RandomNumbers): string {
  const place = [elsewhere.counties, elsewhere.townships, elsewhere.villages].map((names) =>
    random.pick(names),
  )
  return `${place.join('')}${String(random.integer(1, 180))}${houseNumberWord}`
}
