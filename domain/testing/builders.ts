import type { CalendarDate } from '../calendar-date.ts'
import { calendarDateSchema } from '../calendar-date.ts'
import { careEventDraftSchema, type CareEventDraft } from '../care-event.ts'
import type { Clock } from '../clock.ts'
import { diaryDraftSchema, type DiaryDraft } from '../diary.ts'
import { helpCaseDraftSchema, type HelpCaseDraft } from '../help-case.ts'
import { residentDraftSchema, type ResidentDraft } from '../resident.ts'
import type { SealedMatter } from '../sealed-matter.ts'
import type { Actor } from '../staff.ts'
import { visitRuleDraftSchema, type VisitRuleDraft } from '../visit-rule.ts'

/** A clock that stands still until a test moves it. */
export function fixedClock(todayOn = '2026-11-25'): Clock & { moveTo: (todayOn: string) => void } {
  let today: CalendarDate = calendarDateSchema.parse(todayOn)
  return {
    todayOn: () => today,
    nowAt: () => `${today}T01:00:00.000Z`,
    moveTo: (next) => (today = calendarDateSchema.parse(next)),
  }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An 18-digit number with a right check character. Source: GB 11643-1999; the last digit of `sequence` is odd for men. */
export function aCitizenNumber(birthOn = '1950-05-20', sequence = 1, areaCode = '610103'): string {
  const body = `${areaCode}${birthOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return `${body}${'10X98765432'[sum % 11] ?? ''}`
}

let personCount = 0

/** A valid invented person; every call without an own number gets another one. Throws: ZodError on impossible overrides. */
export function aResidentDraft(overrides: Partial<Record<keyof ResidentDraft, unknown>> = {}): ResidentDraft {
  personCount = (personCount % 499) + 1
  return residentDraftSchema.parse({
    name: '王秀英',
    formerName: '',
    otherName: '',
    ownPinyin: '',
    sex: '2',
    idDocumentType: 'citizenId',
    idNumber: aCitizenNumber('1950-05-20', personCount * 2),
    otherDocuments: [],
    birthWhen: '1950-05-20',
    lunarBirth: null,
    ethnicGroup: null,
    education: null,
    politicalStatus: null,
    maritalStatus: null,
    marriedWhen: null,
    spouseId: null,
    occupation: null,
    workplace: '',
    retirementUnit: '',
    phones: [{ number: '13900000000', owner: '', isEmergency: false, note: '' }],
    dwelling: { building: '1号楼', unit: '2', room: '301' },
    relationToHead: null,
    registeredAddress: '',
    currentAddress: '',
    residenceStatus: 'registeredAndLiving',
    livingArrangement: null,
    health: null,
    disability: null,
    careTags: [],
    benefits: [],
    note: '',
    ownValues: [],
    ...overrides,
  })
}

/** A valid entry of the diary of whoever writes it. Throws: ZodError on impossible overrides. */
export function aDiaryDraft(overrides: Partial<Record<keyof DiaryDraft, unknown>> = {}): DiaryDraft {
  return diaryDraftSchema.parse({
    entryOn: '2026-11-20',
    staffId: null,
    place: '1号楼',
    weather: '',
    matter: 'livelihood',
    heard: '暖气不热',
    handling: '报了物业',
    result: '',
    needsFollowUp: false,
    followUpOn: null,
    residentIds: [],
    visitTaskId: null,
    phoneCallId: null,
    isSealed: false,
    ...overrides,
  })
}

/** A matter of the whole circle that never stood in the record. */
export function aSealedMatter(overrides: Partial<SealedMatter> = {}): SealedMatter {
  return {
    kind: 'communityCorrection',
    worker: null,
    fromOn: null,
    toOn: null,
    note: '每月报到',
    content: null,
    ...overrides,
  }
}

/** A stay in hospital that goes on, on the days of the fixed clock. Throws: ZodError on impossible overrides. */
export function aHospitalStay(
  overrides: Partial<Record<keyof CareEventDraft, unknown>> = {},
): CareEventDraft {
  return careEventDraftSchema.parse({
    kind: 'hospitalStay',
    residentId: 1,
    isForHousehold: false,
    staffId: 1,
    reportedOn: '2026-11-20',
    reportedBy: '邻居',
    happenedOn: null,
    hospital: '市第一医院',
    ward: '',
    admittedOn: '2026-11-18',
    dischargedOn: null,
    note: '',
    ...overrides,
  })
}

/** A bereavement of a whole household. Throws: ZodError on impossible overrides. */
export function aFamilyEvent(overrides: Partial<Record<keyof CareEventDraft, unknown>> = {}): CareEventDraft {
  return aHospitalStay({
    kind: 'bereavement',
    isForHousehold: true,
    happenedOn: '2026-11-19',
    hospital: '',
    admittedOn: null,
    ...overrides,
  })
}

/** A request that is still open. Throws: ZodError on impossible overrides. */
export function aHelpCase(overrides: Partial<Record<keyof HelpCaseDraft, unknown>> = {}): HelpCaseDraft {
  return helpCaseDraftSchema.parse({
    residentId: 1,
    isForHousehold: false,
    request: '要回墓地定金',
    openedOn: '2026-06-01',
    staffId: 1,
    steps: [],
    outcome: 'open',
    closedOn: null,
    result: '',
    amountFen: null,
    ...overrides,
  })
}

/** A director at the keyboard. */
export function anActor(overrides: Partial<Actor> = {}): Actor {
  return {
    staffId: 1,
    name: '赵主任',
    role: 'director',
    workFields: [],
    isInSealedCircle: false,
    ...overrides,
  }
}

/** A rule that visits everybody before New Year and Spring Festival. Throws: ZodError on impossible overrides. */
export function aVisitRuleDraft(
  overrides: Partial<Record<keyof VisitRuleDraft, unknown>> = {},
): VisitRuleDraft {
  return visitRuleDraftSchema.parse({
    name: '节前走访',
    trigger: { kind: 'festival', festivals: ['newYearsDay', 'springFestival'] },
    condition: null,
    daysBefore: 15,
    daysAfter: 0,
    responsible: 'nobody',
    responsibleStaffId: null,
    startsOn: '2000-01-01',
    isRepeating: true,
    isActive: true,
    ...overrides,
  })
}
