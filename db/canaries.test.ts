import { noFilter } from '../domain/no-filter.ts'
import { ownPhone, type Resident, type ResidentDraft } from '../domain/resident.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { asCalendarDate } from '../domain/calendar-date.ts'
import { contract, ledgerChannels, type LedgerChannel } from '../domain/contract.ts'
import { FailureError } from '../domain/failure.ts'
import { mayUse } from '../domain/permission.ts'
import { plainColumn, readyRosters } from '../domain/ready-rosters.ts'
import { rosterFields } from '../domain/roster-column.ts'
import { rosterQuestion } from '../domain/roster.ts'
import { registerNames } from '../domain/register.ts'
import type { Actor } from '../domain/staff.ts'
import { noChoices } from '../domain/import-choices.ts'
import { allCalls, contactGroups } from '../domain/phone-call.ts'
import { claimOperations } from './claim/claim.operations.ts'
import { wholeDiary } from '../domain/diary.ts'
import { dueViews } from '../domain/due-visit-view.ts'
import { diaryOperations } from './diary/diary.operations.ts'
import {
  aDiaryDraft,
  aFamilyEvent,
  aHelpCase,
  aHospitalStay,
  aResidentDraft,
  aSealedMatter,
  aVisitRuleDraft,
  anActor,
} from '../domain/testing/builders.ts'
import { careEventOperations } from './care-event/care-event.operations.ts'
import { helpCaseOperations } from './help-case/help-case.operations.ts'
import { issuePaper } from './paper/issue-paper.service.ts'
import { ledgerFor, type Ledger } from './ledger.ts'
import { ledgerOperations } from './ledger-operation-map.ts'
import type { OperationContext } from './ledger-operations.ts'
import { draftOfResident, getResident } from './resident/resident.queries.ts'
import { saveResident } from './resident/resident.service.ts'
import { stageRoster } from './roster-import/roster-staging.ts'
import { sealField } from './sealed-matter/seal-field.service.ts'
import { saveSealedMatters } from './sealed-matter/sealed-matter.service.ts'
import { festivalRules } from './testing/festival-rules.ts'
import { openTestLedger } from './testing/ledger-fixture.ts'
import { testKey } from './testing/test-key.ts'
import { visitOperations } from './visit/visit.operations.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const reason = { purpose: 'contact', text: '走访' } as const

/** Who answers for what is sealed of a record. */
const namedWorker = {
  id: 7,
  name: '孙社工',
  role: 'worker',
  isInSealedCircle: 0,
  pinHash: null,
  createdAt: '',
  closedAt: null,
  revision: 1,
} as const

/** What may not be in any reply to anybody who has not asked for it with a reason. */
const numbers = ['11010519491231002X', '13812345678', '029-88881234', '610103195001011037', '13900001111']
/** What may not be in any reply to anybody outside the sealed circle, nor to its members without a reason. */
const sealed = ['每月到司法所报到', 'communityCorrection', '社区矫正', '女儿的病不愿声张']
/** What may not be in any reply to anybody without a reason since it was sealed: a state of health, and days of a tag and a benefit. */
const sealedOfRecord = [
  '"dependent"',
  '生活不能自理',
  '2015-03-05',
  '2016-04-06',
  '红十字医院',
  '第二疗程',
  '肿瘤科',
]
/** What may not be in any reply to those who only look. */
const notForViewers = [
  '楼道灯不亮',
  '1949-12-31',
  '13500004444',
  '楼上有电梯',
  '刚做完手术',
  '不想见人',
  'disabled',
  '残疾',
  '家里停灵',
  '墓地定金',
]

let ledger: Ledger
let ids: {
  resident: number
  double: number
  household: number
  round: number
  task: number
  removedTask: number
  diary: number
  sealedDiary: number
  /** The first is nobody's secret, the others are health data. */
  events: readonly number[]
}

beforeAll(async () => {
  ledger = openTestLedger({ actor: anActor({ isInSealedCircle: true }) })
  const add = (overrides: Parameters<typeof aResidentDraft>[0]) =>
    saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })
  const person = await add({
    name: '王秀英',
    idNumber: numbers[0],
    birthWhen: '1949-12-31',
    phones: [
      { number: numbers[1], owner: '', isEmergency: false, note: '本人' },
      { number: numbers[2], owner: '', isEmergency: false, note: '女儿' },
    ],
    careTags: [{ careTag: 'disabled', fromOn: null, toOn: null }],
    note: '楼上有电梯',
  })
  const double = await add({
    name: '王秀英',
    birthWhen: '1949-12-31',
    phones: [ownPhone(numbers[1] ?? '')],
    note: '楼上有电梯',
  })
  const change = (person: Resident, overrides: Partial<ResidentDraft>) =>
    saveResident(ledger, {
      id: person.id,
      revision: person.revision,
      draft: { ...draftOfResident(person), ...overrides },
    })
  await change(double, {
    health: 'dependent',
    careTags: [{ careTag: 'seriousIllness', fromOn: asCalendarDate('2015-03-05'), toOn: null }],
    benefits: [{ benefit: 'lowIncomeAllowance', fromOn: asCalendarDate('2016-04-06'), toOn: null }],
  })
  const removed = await add({ name: '李建国', birthWhen: '1940-05-20' })
  const byHand = await add({ name: '无证青年', birthWhen: '1990-05-20' })
  const matters = [aSealedMatter({ note: '每月到司法所报到' })]
  await saveSealedMatters(ledger, { id: person.id, before: [], matters }, context)
  const rules = await festivalRules(ledger)
  const round = await visitOperations['visitRound.create'](ledger, {
    name: '春节走访',
    festival: 'springFestival',
    year: 2027,
    cutoffOn: asCalendarDate('2027-02-05'),
    ruleIds: rules.map(({ id }) => id),
  })
  await visitOperations['visitTask.add'](ledger, {
    visitRoundId: round.id,
    residentId: byHand.id,
    reason: '刚做完手术',
  })
  const page = { visitRoundId: round.id, view: 'all', offset: 0, limit: 50 } as const
  const { rows } = await visitOperations['visitTask.list'](ledger, page)
  await ledger.writer.insertInto('staff').values(namedWorker).execute()
  for (const kind of ['health', 'lowIncomeReview'] as const) {
    const { revision } = await getResident(ledger, double.id)
    const request = { id: double.id, revision, kind, staffId: namedWorker.id, reason: '本人要求' }
    await sealField(ledger, request, context)
  }
  const event = { id: null, revision: null } as const
  for (const draft of [
    aFamilyEvent({ residentId: double.id, staffId: namedWorker.id, note: '家里停灵' }),
    aHospitalStay({ residentId: double.id, staffId: namedWorker.id, hospital: '红十字医院', ward: '肿瘤科' }),
    aFamilyEvent({
      kind: 'seriousIllness',
      residentId: double.id,
      staffId: namedWorker.id,
      note: '第二疗程',
    }),
  ])
    await careEventOperations['careEvent.save'](ledger, { ...event, draft }, context)
  const request = { ...event, draft: aHelpCase({ residentId: person.id, staffId: namedWorker.id }) }
  await helpCaseOperations['helpCase.save'](ledger, request)
  const taskOf = (residentId: number) => {
    const task = rows.find((one) => one.residentId === residentId)
    if (task === undefined) throw new Error('not on the list')
    return task
  }
  const { id: removedTask, revision } = taskOf(removed.id)
  await visitOperations['visitTask.remove'](ledger, {
    visitTaskId: removedTask,
    revision,
    reason: '不想见人',
  })
  await claimByPhone(person.id)
  const diary = await diaryOperations['diary.save'](ledger, {
    id: null,
    revision: null,
    draft: aDiaryDraft({ residentIds: [person.id], heard: '楼道灯不亮' }),
  })
  const sealedDiary = await diaryOperations['diary.save'](ledger, {
    id: null,
    revision: null,
    draft: aDiaryDraft({ residentIds: [person.id], heard: '女儿的病不愿声张', isSealed: true }),
  })
  ids = {
    diary: diary.id,
    sealedDiary: sealedDiary.id,
    resident: person.id,
    double: double.id,
    household: person.householdId,
    round: round.id,
    task: taskOf(person.id).id,
    removedTask,
    events: [1, 2, 3],
  }
})

/** Claimed by the other record of the same name, and called: notes of that are for nobody who only looks. */
async function claimByPhone(residentId: number): Promise<void> {
  const fresh = { id: null, revision: null } as const
  const post = await claimOperations['claimPost.save'](ledger, {
    ...fresh,
    draft: { name: '孝亲岗', quota: 10, callEveryDays: 7, note: '', isClosed: false },
  })
  const claimant = await claimOperations['claimant.save'](ledger, {
    ...fresh,
    draft: {
      name: '郑义工',
      residentId: null,
      staffId: null,
      kind: 'volunteer',
      phone: '13500004444',
      isMentorAble: false,
      note: '楼上有电梯',
      isClosed: false,
    },
  })
  const draft = { residentId, calledOn: asCalendarDate('2026-11-20'), caller: '郑义工' }
  await claimOperations['claim.start'](ledger, {
    claimPostId: post.id,
    claimantId: claimant.id,
    mentorId: null,
    residentIds: [residentId],
    fromOn: asCalendarDate('2026-11-01'),
    note: '不想见人',
  })
  await claimOperations['phoneCall.save'](ledger, {
    ...fresh,
    draft: { ...draft, result: 'reached', note: '刚做完手术', followUp: '楼上有电梯' },
  })
}

const everybody = { ...noFilter }
const everyCase = {
  staffId: null,
  state: null,
  periodOf: 'openedOn',
  fromOn: null,
  toOn: null,
  isWithMoneyOnly: false,
}
const page = { offset: 0, limit: 200 }
const everyDue = { visitRuleId: null, buildingId: null, responsible: null } as const
const anyEntry = {
  staffId: null,
  action: null,
  objectType: null,
  fromOn: null,
  toOn: null,
  isTroubleOnly: false,
}

/** What is asked of each channel; the answers of those that change something are looked at in tests of their own. */
function questions(): Readonly<Record<LedgerChannel, readonly unknown[]>> {
  const untouched = { handle: 'x'.repeat(32), owner: '', isEmergency: false, note: '' }
  const change = { kind: 'addNote', text: '已通知' }
  return {
    'staff.list': [{}],
    'staff.add': [],
    'staff.change': [],
    'staff.duties': [{ id: 1 }],
    'staff.close': [],
    'staff.resetPassword': [],
    'staff.changeOwnPassword': [],
    'staff.setOwnPin': [],
    'draft.list': [{}],
    'draft.get': [{ form: { form: 'resident', id: ids.resident } }],
    'draft.keep': [],
    'draft.discard': [],
    'committee.save': [],
    'settings.save': [{ textSizePercent: 100 }],
    'settings.saveIdleLock': [{ idleLockMinutes: 5 }],
    'building.list': [{}],
    'building.page': [page],
    'building.get': [{ id: 1 }],
    'building.dwellings': [{ id: 1, ...page }],
    'building.add': [],
    'building.rename': [{ id: 1, revision: 99, name: '9号楼' }],
    'building.setAliases': [],
    'building.setDemolished': [{ id: 1, revision: 1, demolishedOn: '2026-11-01' }],
    'building.setArea': [],
    'building.merge': [],
    'register.page': registerNames.map((register) => ({ register, buildingId: null, ...page })),
    'register.save': [],
    'register.remove': [],
    'register.choices': [{ of: 'building' }, { of: 'residentGroup' }],
    'office.profile': [{}],
    'office.saveProfile': [],
    'office.summary': [{ asOfOn: '2026-11-25' }],
    'resident.list': [
      { filter: everybody, ...page },
      ...numbers.map((search) => ({ filter: { ...everybody, search }, ...page })),
      { filter: { ...everybody, search: '002X' }, ...page },
      { filter: { ...everybody, careTag: 'disabled' }, ...page },
    ],
    'resident.get': [{ id: ids.resident }, { id: ids.double }],
    'resident.save': [
      { id: ids.resident, revision: 99, draft: { ...aResidentDraft(), idNumber: null, phones: [untouched] } },
    ],
    'resident.reveal': [],
    'savedFilter.list': [{}],
    'claim.board': [{ on: '2026-11-25' }],
    'claim.elders': ['claimed', 'overdue', 'unclaimed'].map((view) => ({
      on: '2026-11-25',
      view,
      claimPostId: null,
      claimantId: null,
      ...page,
    })),
    'claim.ofResident': [{ residentId: ids.resident }],
    'claim.start': [],
    'claim.handOver': [],
    'claim.end': [],
    'claim.setFilter': [{ savedFilterId: 99 }],
    'claimPost.save': [],
    'claimant.list': [{}],
    'claimant.save': [],
    'claimant.staff': [{}],
    'phoneCall.save': [],
    'phoneCall.withdraw': [],
    'phoneCall.setFollowUp': [{ id: 1, revision: 99, doneOn: null }],
    'contact.list': [
      { filter: allCalls, ...page },
      { filter: { ...allCalls, kind: 'visit' }, ...page },
    ],
    'contact.counts': contactGroups.map((groupBy) => ({ fromOn: null, toOn: null, groupBy })),
    'savedFilter.save': [],
    'savedFilter.remove': [],
    'resident.listSealed': [],
    'resident.saveSealed': [{ id: ids.resident, before: [], matters: [] }],
    'resident.seal': [{ id: ids.resident, revision: 99, kind: 'health', staffId: null, reason: '要求保密' }],
    'resident.unseal': [{ id: ids.resident, kind: 'health', staffId: 99, reason: '同意公开' }],
    'bulkChange.preview': [{ selection: { kind: 'shown', filter: everybody, exceptIds: [] }, change }],
    'bulkChange.rows': [],
    'bulkChange.apply': [],
    'bulkChange.list': [{}],
    'bulkChange.undo': [{ id: 99 }],
    'duplicate.scan': [{}],
    'duplicate.list': [{ certainty: null, ...page }],
    'duplicate.compare': [{ firstId: ids.resident, secondId: ids.double }],
    'duplicate.keepApart': [],
    'duplicate.merge': [],
    'duplicate.listMerges': [page],
    'duplicate.undoMerge': [],
    'duplicate.offerAgain': [{ firstId: ids.resident, secondId: ids.double }],
    'resident.idNumberOwner': [{ idNumber: numbers[0], exceptId: null }],
    'resident.visits': [{ id: ids.resident }],
    'resident.timeline': [ids.resident, ids.double].map((id) => ({ id, ...page })),
    'resident.undoChange': [{ changeId: 0 }],
    'resident.remove': [{ id: ids.resident, revision: 99, reason: '重复' }],
    'resident.restore': [{ id: ids.resident }],
    'resident.listRemoved': [page],
    'life.get': [{ id: ids.resident }],
    'life.record': [],
    'life.withdraw': [],
    'count.sheet': [{ referenceOn: '2026-11-25', fromOn: '2026-01-01' }],
    'count.rows': [
      { referenceOn: '2026-11-25', fromOn: '2026-01-01', line: 'total', column: 'all', ...page },
      { referenceOn: '2026-11-25', fromOn: '2026-01-01', line: 'tag:disabled', column: 'all', ...page },
    ],
    'count.submit': [],
    'count.submitted': [{}],
    'count.getSubmitted': [],
    'audit.list': [{ filter: anyEntry, ...page }],
    'audit.check': [{ printed: null }],
    'diary.list': [
      { filter: wholeDiary, ...page },
      ...['不愿声张', '王秀英'].map((search) => ({ filter: { ...wholeDiary, search }, ...page })),
      { filter: { ...wholeDiary, matter: 'health' }, ...page },
    ],
    'diary.overview': [{}],
    'diary.get': [{ id: ids.diary }, { id: ids.sealedDiary }],
    'diary.reveal': [],
    'diary.save': [{ id: ids.sealedDiary, revision: 99, draft: aDiaryDraft() }],
    'diary.remove': [{ id: ids.sealedDiary, revision: 99, reason: '写错' }],
    'diary.closeFollowUp': [{ id: ids.sealedDiary, revision: 99, doneOn: '2026-11-25', result: '好了' }],
    'diary.reopenFollowUp': [{ id: ids.sealedDiary, revision: 1 }],
    'diary.begin': [
      { residentId: ids.resident, visitTaskId: null, phoneCallId: null },
      { residentId: null, visitTaskId: ids.task, phoneCallId: null },
    ],
    'diary.ofResident': [{ id: ids.resident }],
    'diary.openFollowUps': [{}],
    'visitFigure.sheet': [{ year: 2026 }, { year: null }],
    'visitFigure.years': [{}],
    'visitFigure.rows': ['visits:all', 'households:all', 'calls', 'people', 'diary'].map((line) => ({
      year: null,
      line,
      period: null,
      ...page,
    })),
    'household.get': [{ id: ids.household }],
    'household.changeHead': [],
    'household.split': [],
    'household.merge': [],
    'household.move': [],
    'household.saveOwnValues': [],
    'household.addFamily': [],
    'import.preview': [{ handle: 'roster', sheetIndexes: [0], mapping: null }],
    'import.decide': [{ handle: 'roster', choices: { ...noChoices, isEmptying: true } }],
    'import.rows': [{ handle: 'roster', verdict: null, ...page }],
    'import.candidates': [{ handle: 'roster', rowNumber: 2 }],
    'import.apply': [],
    'import.last': [{}],
    'import.undoLast': [{}],
    'visitRule.list': [{}],
    'visitRule.effects': [{}],
    'visitRule.check': [
      { draft: aVisitRuleDraft({ trigger: { kind: 'birthday', calendar: 'own', minimumAge: 0 } }) },
    ],
    'visitRule.save': [],
    'visitRule.remove': [],
    'visitRule.move': [],
    'visitRule.addReady': [],
    'dueVisit.list': dueViews.map((view) => ({ filter: { ...everyDue, view }, ...page })),
    'dueVisit.counts': [{ filter: { ...everyDue, view: 'today' } }],
    'dueVisit.ofResident': [{ id: ids.resident }],
    'dueVisit.record': [],
    'dueVisit.letPass': [],
    'visitRound.festivals': [{}],
    'visitRound.list': [{}],
    'visitRound.get': [{ id: ids.round }],
    'visitRound.create': [],
    'visitRound.countTargets': [{ cutoffOn: '2027-02-05', ruleIds: [1, 2] }],
    'visitTask.list': ['all', 'pending', 'recorded', 'removed'].map((view) => ({
      visitRoundId: ids.round,
      view,
      ...page,
    })),
    'visitTask.get': [{ id: ids.task }, { id: ids.removedTask }],
    'visitTask.add': [],
    'visitTask.remove': [],
    'visitTask.restore': [],
    'visitTask.recordOther': [],
    'visitTask.record': [
      { visitTaskId: ids.task, revision: 99, outcome: 'done', visitedOn: null, visitor: '', note: '' },
    ],
    'staff.colleagues': [{}],
    'careEvent.list': [{ filter: { kind: null, staffId: null, isToVisitOnly: false }, ...page }],
    'careEvent.ofResident': [{ residentId: ids.resident }, { residentId: ids.double }],
    'careEvent.get': ids.events.map((id) => ({ id })),
    'careEvent.listSealed': [],
    'careEvent.save': ids.events.map((id) => ({
      id,
      revision: 99,
      draft: aFamilyEvent({ residentId: ids.double }),
    })),
    'careEvent.remove': ids.events.map((id) => ({ id, revision: 99, reason: '登记错了' })),
    'helpCase.list': [{ filter: everyCase, ...page }],
    'helpCase.ofResident': [{ residentId: ids.resident }],
    'helpCase.get': [{ id: 1 }],
    'helpCase.years': [{}],
    'helpCase.save': [],
    'helpCase.remove': [{ id: 1, revision: 99, reason: '登记错了' }],
    'paper.visitList': [{ visitRoundId: ids.round, ...page }],
    'paper.populationSheet': [{ sheet: { referenceOn: '2026-11-25', fromOn: '2026-01-01' } }],
    'paper.notice': [{ residentId: null }, { residentId: ids.resident }],
    'notice.text': [{}],
    'notice.saveText': [],
    'notice.signatures': [{ residentId: ids.resident }],
    'notice.sign': [],
    'notice.withdraw': [],
    'retention.rules': [{}],
    'retention.saveRules': [],
    'retention.list': [page],
    'retention.erase': [],
    'paper.personData': [false, true].map((isSealedAsked) => ({
      residentId: isSealedAsked ? ids.double : ids.resident,
      asker: 'self',
      note: '',
      isSealedAsked,
    })),
    'ownField.list': [{}],
    'ownField.save': [],
    'ownField.move': [],
    'ownField.setRetired': [],
    'ownField.remove': [],
    'rosterKind.list': [{}],
    'rosterKind.save': [],
    'rosterKind.remove': [],
    'paper.roster': [
      {
        ...rosterQuestion({ ...readyRosters.residents, columns: rosterFields.slice(0, 40).map(plainColumn) }),
        ...page,
      },
      {
        ...rosterQuestion({ ...readyRosters.residents, columns: rosterFields.slice(-20).map(plainColumn) }),
        ...page,
      },
    ],
    'paper.usualPrinters': [{}],
  }
}

/** Every answer that somebody gets, by the very table that says who may ask; a refusal answers too. */
async function answersTo(actor: Actor, ask = questions()): Promise<Map<LedgerChannel, string>> {
  const as = ledgerFor(ledger, actor)
  const sheet = {
    name: '花名册',
    rows: [
      ['姓名', '身份证号', '电话'],
      ['赵铁柱', numbers[3] ?? '', numbers[4] ?? ''],
    ],
  }
  await stageRoster(as, {
    handle: 'roster',
    fileName: '花名册.xlsx',
    table: { sheets: [{ ...sheet, mergedAreas: [] }] },
  })
  const answers = new Map<LedgerChannel, string>()
  for (const channel of ledgerChannels) {
    if (!mayUse(actor, channel)) continue
    for (const question of ask[channel]) {
      // Parsed by the channel's own schema, as on its way from the window.
      const input: unknown = contract[channel].input.parse(question)
      const operation = ledgerOperations[channel] as (
        ledger: Ledger,
        input: unknown,
        context: OperationContext,
      ) => Promise<unknown>
      const answer: unknown = await operation(as, input, context).catch((error: unknown) => {
        if (error instanceof FailureError) return error.failure
        throw error
      })
      answers.set(channel, `${answers.get(channel) ?? ''}${JSON.stringify(answer)}`)
    }
  }
  return answers
}

function hits(answers: ReadonlyMap<LedgerChannel, string>, canaries: readonly (string | undefined)[]) {
  return [...answers].flatMap(([channel, text]) =>
    canaries.flatMap((canary) =>
      canary !== undefined && text.includes(canary) ? [`${channel}: ${canary}`] : [],
    ),
  )
}

const roles = ['director', 'worker', 'viewer'] as const
const seats = roles.flatMap((role) =>
  [false, true].map((isInSealedCircle) => ({ role, isInSealedCircle }) as const),
)

describe.each(seats)('to a $role in the circle ($isInSealedCircle)', (seat) => {
  it('no channel gives a whole number or a sealed matter that was not asked for with a reason', async () => {
    const answers = await answersTo(anActor(seat))
    expect(answers.get('resident.get')).toContain('王秀英')
    expect(hits(answers, [...numbers, ...sealed, ...sealedOfRecord])).toEqual([])
  })
})

it('to who only looks no channel gives a day of birth, a note, a health tag or what tells of one', async () => {
  const answers = await answersTo(anActor({ role: 'viewer' }))
  expect(answers.get('resident.get')).toContain('1949-12')
  // The rules themselves are no person's.
  answers.delete('visitRule.list')
  expect(hits(answers, notForViewers)).toEqual([])
})

it('to the named worker and the director alone it is given when they say why', async () => {
  const ask = {
    ...questions(),
    'resident.listSealed': [{ reason }],
    'resident.reveal': [{ id: ids.double, group: 'sealedMatter', reason }],
    'careEvent.listSealed': [{ residentId: null, reason }],
  }
  const found = async (actor: Actor) => new Set(hits(await answersTo(actor, ask), sealedOfRecord))
  const answered = [
    ...['"dependent"', '2015-03-05', '2016-04-06'].map((one) => `resident.reveal: ${one}`),
    ...['红十字医院', '第二疗程', '肿瘤科'].map((one) => `careEvent.listSealed: ${one}`),
  ]
  expect(await found(anActor({ staffId: 7, role: 'worker' }))).toEqual(new Set(answered))
  expect(await found(anActor())).toEqual(new Set(answered))
  for (const isInSealedCircle of [true, false])
    expect(await found(anActor({ staffId: 8, role: 'worker', isInSealedCircle }))).toEqual(new Set())
})

it('the walk finds what is there to be found', async () => {
  const director = anActor({ isInSealedCircle: true })
  const ask = {
    ...questions(),
    'resident.listSealed': [{ reason }],
    'resident.reveal': ['idNumber', 'phones', 'sealedMatter'].map((group) => ({
      id: ids.resident,
      group,
      reason,
    })),
  }
  const answers = await answersTo(director, ask)
  expect(hits(answers, [...numbers.slice(0, 3), ...sealed.slice(0, 2)])).toHaveLength(6)
  expect(hits(answers, notForViewers).length).toBeGreaterThan(3)
})

it('a paper gives whole numbers to the hidden window alone, and sealed matters to nobody', async () => {
  const paper = { kind: 'visitList', visitRoundId: ids.round, numbers: 'all', reason } as const
  const { drawn } = await issuePaper(ledger, paper, 'printed', {
    personCount: Infinity,
    isAsked: true,
  })
  const text = JSON.stringify(drawn)
  expect([numbers[0], numbers[1]].every((number) => text.includes(number ?? ''))).toBe(true)
  expect(sealed.filter((word) => text.includes(word))).toEqual([])
})

it('nothing of it stands in the audit trail', () => {
  const trail = JSON.stringify(ledger.raw.prepare('SELECT * FROM auditEntry').all())
  expect(
    [...numbers, ...sealed, ...sealedOfRecord, '楼上有电梯'].filter((canary) => trail.includes(canary)),
  ).toEqual([])
})
