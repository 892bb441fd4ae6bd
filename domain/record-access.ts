import { careTags, type CareTag } from './codes/care-tag.ts'
import type { Actor, StaffRole, WorkField } from './staff.ts'

/** Who gets at something: these roles, a field of work the workers among them must answer for, or the sealed circle alone. */
interface Reach {
  readonly roles: readonly StaffRole[]
  readonly workField?: WorkField
  readonly isForCircle?: true
}

interface RecordRule {
  readonly read: Reach
  readonly write: Reach
  /** Who gets to see the whole of what is masked for everybody; null where nothing is. */
  readonly reveal: Reach | null
  /** Whether each look leaves an entry in the audit trail. */
  readonly isLookAudited: boolean
}

const nobody: Reach = { roles: [] }
const everybody: Reach = { roles: ['director', 'worker', 'viewer'] }
const workers: Reach = { roles: ['director', 'worker'] }
const circle: Reach = { ...workers, isForCircle: true }

function fieldOfWork(workField: WorkField): RecordRule {
  return {
    // Visits and emergencies are everybody's work; what an office entitles people to is one post's.
    read: workers,
    write: { ...workers, workField },
    reveal: null,
    isLookAudited: false,
  }
}

/** The one table of who may see and write which kind of what the ledger knows about a person. */
const recordRules = {
  /** Name, sex, age, address, household, where somebody lives and with whom. */
  basics: { read: everybody, write: workers, reveal: null, isLookAudited: false },
  /** The whole date; others see year and month. */
  birthDay: { read: workers, write: workers, reveal: null, isLookAudited: false },
  /** Notes that clerks wrote: nobody knows what is in them. */
  notes: { read: workers, write: workers, reveal: null, isLookAudited: false },
  idNumber: { read: everybody, write: workers, reveal: workers, isLookAudited: true },
  phones: { read: everybody, write: workers, reveal: workers, isLookAudited: true },
  publicTag: { read: everybody, write: workers, reveal: null, isLookAudited: false },
  civilAffairsTag: fieldOfWork('civilAffairs'),
  disabilityTag: fieldOfWork('disability'),
  familyPlanningTag: fieldOfWork('familyPlanning'),
  /** How well somebody is: asked on visits, so everybody who visits may note it. */
  health: { read: workers, write: workers, reveal: null, isLookAudited: false },
  disabilityCard: fieldOfWork('disability'),
  benefits: fieldOfWork('civilAffairs'),
  /** Not even that there is one is told: it is shown only when a member of the circle asks and says why. */
  sealedMatter: { read: nobody, write: circle, reveal: circle, isLookAudited: true },
} as const satisfies Record<string, RecordRule>
export type RecordKind = keyof typeof recordRules

/** Which kind of record each care tag is. Source: the posts that keep these lists in a community office, no standard. */
const careTagKinds = {
  disabled: 'disabilityTag',
  lowIncome: 'civilAffairsTag',
  specialHardship: 'civilAffairsTag',
  lowIncomeMargin: 'civilAffairsTag',
  loneElder: 'publicTag',
  emptyNest: 'publicTag',
  disabledElder: 'civilAffairsTag',
  seriousIllness: 'civilAffairsTag',
  entitledGroup: 'civilAffairsTag',
  veteran: 'publicTag',
  bereavedOnlyChild: 'familyPlanningTag',
  leftBehindChild: 'civilAffairsTag',
  partyMember: 'publicTag',
  buildingHead: 'publicTag',
  volunteer: 'publicTag',
} as const satisfies Record<CareTag, RecordKind>

/** Whether somebody gets this kind of record at all, masked where the table says so. */
export function mayRead(actor: Actor, kind: RecordKind): boolean {
  return isWithin(recordRules[kind].read, actor)
}

/** Whether somebody may change this kind of record. */
export function mayWrite(actor: Actor, kind: RecordKind): boolean {
  return isWithin(recordRules[kind].write, actor)
}

/** Whether somebody may see the whole of what is masked, having said why. */
export function mayReveal(actor: Actor, kind: RecordKind): boolean {
  const { reveal } = recordRules[kind]
  return reveal !== null && isWithin(reveal, actor)
}

export function mayReadCareTag(actor: Actor, careTag: CareTag): boolean {
  return mayRead(actor, careTagKinds[careTag])
}

export function mayWriteCareTag(actor: Actor, careTag: CareTag): boolean {
  return mayWrite(actor, careTagKinds[careTag])
}

/** The tags somebody may see, in the order of the table. */
export function readableCareTags(actor: Actor): CareTag[] {
  // Object.keys forgets the key type; the table is closed.
  return (Object.keys(careTags) as CareTag[]).filter((careTag) => mayReadCareTag(actor, careTag))
}

/** The tags somebody may give and take. */
export function writableCareTags(actor: Actor): CareTag[] {
  return (Object.keys(careTags) as CareTag[]).filter((careTag) => mayWriteCareTag(actor, careTag))
}

function isWithin({ roles, workField, isForCircle }: Reach, actor: Actor): boolean {
  if (!roles.includes(actor.role)) return false
  if (isForCircle === true && !actor.isInSealedCircle) return false
  // A director answers for every field.
  return workField === undefined || actor.role === 'director' || actor.workFields.includes(workField)
}
