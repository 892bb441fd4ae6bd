import { addDays, calendarDate, dateParts, type CalendarDate } from '../../domain/calendar-date.ts'
import type { Benefit } from '../../domain/codes/benefit.ts'
import type { CareTag } from '../../domain/codes/care-tag.ts'
import type { EthnicGroup } from '../../domain/codes/ethnic-group.ts'
import type { LivingArrangement } from '../../domain/codes/living-arrangement.ts'
import type { ResidenceStatus } from '../../domain/codes/residence-status.ts'
import { lunarDateOf } from '../../domain/lunar-date.ts'
import {
  residentDraftSchema,
  type DwellingDraft,
  type ResidentDraft,
  ownPhone,
  unsaid,
} from '../../domain/resident.ts'
import { phoneNotes, sampleNotes } from './places.ts'
import type { RandomNumbers } from './random-numbers.ts'
import { drawBenefitStart, drawHealth, drawLife } from './sample-life.ts'
import type { HouseholdKind, SampleMember } from './sample-household.ts'

/** The day the sample's people have their ages on; a community that depended on today would never be the same. */
export const sampleDay = calendarDate(2026, 11, 25)

const elderAge = 65

/** What the people of one household have in common. */
export interface SampleHome {
  readonly kind: HouseholdKind
  readonly dwelling: DwellingDraft | null
  readonly currentAddress: string
  readonly registeredAddress: string
  readonly residenceStatus: ResidenceStatus
  readonly ethnicGroup: EthnicGroup
  readonly phone: string
  readonly landline: string
}

interface SampleSources {
  readonly random: RandomNumbers
  /** For what was not known of the sample's people from the start. */
  readonly lives: RandomNumbers
  readonly nextIdNumber: (birthOn: CalendarDate, sex: '1' | '2') => string
}

/** One person as the form would save it. */
export function sampleResident(
  { random, lives, nextIdNumber }: SampleSources,
  home: SampleHome,
  member: SampleMember & { readonly name: string },
): ResidentDraft {
  const birthOn = drawBirth(random, member.age)
  const isElder = member.age >= elderAge
  // Some newborn children wait for their number.
  const hasNumber = member.age > 0 || random.chance(0.8)
  return residentDraftSchema.parse({
    ...unsaid,
    name: member.name,
    sex: member.sex,
    idDocumentType: hasNumber ? 'citizenId' : 'none',
    idNumber: hasNumber ? nextIdNumber(birthOn, member.sex) : '',
    birthWhen: birthOn,
    lunarBirth: random.chance(isElder ? 0.4 : 0.01) ? lunarDateOf(birthOn) : null,
    ethnicGroup: home.ethnicGroup,
    ...drawLife(lives, member),
    phones: drawPhones(random, home, member.age),
    dwelling: home.dwelling,
    relationToHead: member.relationToHead,
    registeredAddress: home.registeredAddress,
    currentAddress: home.currentAddress,
    residenceStatus: home.residenceStatus,
    livingArrangement: drawLivingArrangement(random, home.kind, isElder),
    health: isElder ? drawHealth(lives, member.age) : null,
    ...drawCare({ random, lives }, home.kind, member),
    note: drawNote(random, home.kind, isElder),
  })
}

function drawBirth(random: RandomNumbers, age: number): CalendarDate {
  const { year, month, day } = dateParts(sampleDay)
  return addDays(calendarDate(year - age, month, day), -random.integer(0, 364))
}

const unusedPrefixes = ['154', '160', '161', '163', '164', '168', '169', '194'] as const

/** A mobile number of nobody: its prefix is one that operators leave unused. */
export function drawMobileNumber(random: RandomNumbers): string {
  return random.pick(unusedPrefixes) + digits(random, 8)
}

export function drawLandline(random: RandomNumbers): string {
  return `029-8000${digits(random, 4)}`
}

function digits(random: RandomNumbers, count: number): string {
  return String(random.integer(0, 10 ** count - 1)).padStart(count, '0')
}

function drawPhones(random: RandomNumbers, home: SampleHome, age: number): ResidentDraft['phones'] {
  if (age < 14) return random.chance(0.5) ? [ownPhone(home.phone)] : []
  if (age >= 75 && random.chance(0.35)) {
    const landline = ownPhone(home.landline, phoneNotes.landline)
    return random.chance(0.5)
      ? [landline, { ...ownPhone(drawMobileNumber(random)), owner: phoneNotes.child, isEmergency: true }]
      : [landline]
  }
  if (random.chance(0.25)) return [ownPhone(home.phone)]
  const own = ownPhone(drawMobileNumber(random))
  return random.chance(0.08) ? [own, ownPhone(home.landline)] : [own]
}

function drawLivingArrangement(
  random: RandomNumbers,
  kind: HouseholdKind,
  isElder: boolean,
): LivingArrangement | null {
  if (!isElder) return null
  if (kind === 'loneElder') return random.chance(0.1) ? 'loneNoFamily' : 'alone'
  if (kind === 'elderCouple' || kind === 'couple') return 'withSpouse'
  return 'withChildren'
}

/** Tags, with the card and the benefits that come with them. */
function drawCare(
  { random, lives }: Omit<SampleSources, 'nextIdNumber'>,
  kind: HouseholdKind,
  member: SampleMember,
) {
  const tags = drawCareTags(random, kind, member)
  const held: readonly (readonly [Benefit, boolean])[] = [
    ['oldAgeAllowance', member.age >= 70],
    ['lowIncomeAllowance', tags.includes('lowIncome')],
    ['disabilityNursingSubsidy', tags.includes('disabled') && lives.chance(0.4)],
  ]
  return {
    careTags: tags.map((careTag) => drawPeriod(random, careTag)),
    disability: tags.includes('disabled')
      ? {
          category: lives.pick(['1', '2', '3', '4', '4', '4', '5', '6', '7'] as const),
          grade: lives.pick(['1', '2', '2', '3', '3', '4'] as const),
          reissueCount: lives.chance(0.05) ? 1 : 0,
        }
      : null,
    benefits: held
      .filter(([, isHeld]) => isHeld)
      .map(([benefit]) => ({ benefit, fromOn: drawBenefitStart(lives), toOn: null })),
  }
}

function drawCareTags(random: RandomNumbers, kind: HouseholdKind, { sex, age }: SampleMember): CareTag[] {
  const isElder = age >= elderAge
  const drawn: readonly (readonly [CareTag, number])[] = [
    ['disabled', isElder ? 0.06 : 0.013],
    ['lowIncome', kind === 'loneParent' ? 0.05 : 0.008],
    ['loneElder', kind === 'loneElder' ? 0.12 : 0],
    ['emptyNest', kind === 'elderCouple' ? 0.3 : 0],
    ['disabledElder', age >= 80 ? 0.06 : 0],
    ['seriousIllness', isElder ? 0.03 : 0.003],
    ['veteran', sex === '1' && age >= 25 ? 0.03 : 0],
    ['partyMember', age >= 22 ? 0.07 : 0],
    ['volunteer', age >= 18 && age < 75 ? 0.03 : 0],
    ['buildingHead', age >= 40 && age < 75 ? 0.006 : 0],
  ]
  return drawn.filter(([, probability]) => random.chance(probability)).map(([careTag]) => careTag)
}

function drawPeriod(random: RandomNumbers, careTag: CareTag) {
  if (careTag === 'disabled' && random.chance(0.5)) {
    const fromOn = calendarDate(random.integer(2016, 2025), random.integer(1, 12), random.integer(1, 28))
    const { year, month, day } = dateParts(fromOn)
    // A disability card is valid for ten years.
    return { careTag, fromOn, toOn: addDays(calendarDate(year + 10, month, day), -1) }
  }
  if (careTag === 'lowIncome')
    return { careTag, fromOn: calendarDate(random.integer(2023, 2026), 1, 1), toOn: null }
  return { careTag, fromOn: null, toOn: null }
}

function drawNote(random: RandomNumbers, kind: HouseholdKind, isElder: boolean): string {
  if (isElder && random.chance(0.06)) return random.pick(sampleNotes.ofElders)
  return kind === 'sharedFlat' && random.chance(0.2) ? random.pick(sampleNotes.ofTenants) : ''
}
