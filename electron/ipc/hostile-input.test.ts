import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { channelNames } from '../../domain/channel-names.ts'
import { contract, ledgerChannels, type ChannelName, type LedgerChannel } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { aDiaryDraft, aFamilyEvent, aHelpCase, aResidentDraft } from '../../domain/testing/builders.ts'
import { readyRosters } from '../../domain/ready-rosters.ts'
import { rosterQuestion } from '../../domain/roster.ts'
import { failureOfLedgerError } from '../../db/constraint-failure.ts'
import type { Ledger } from '../../db/ledger.ts'
import { ledgerOperations } from '../../db/ledger-operation-map.ts'
import type { OperationContext } from '../../db/ledger-operations.ts'
import { ledgerContent } from '../../db/testing/ledger-content.ts'
import { openTestLedger } from '../../db/testing/ledger-fixture.ts'
import { testKey } from '../../db/testing/test-key.ts'
import { parseInput } from './parse-input.ts'
import { hostileTexts, impossibleInputs, shapedInputs, spoiledInputs } from './testing/hostile-inputs.ts'

const seed = 20261125
const runsPerChannel = 300
const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const aRule = {
  name: '独居老人',
  trigger: { kind: 'interval', days: 30 },
  condition: null,
  daysBefore: 0,
  daysAfter: 7,
  responsible: 'nobody',
  responsibleStaffId: null,
  startsOn: '2026-11-01',
  isRepeating: true,
  isActive: true,
}
const aResult = { outcome: 'done', visitedOn: '2026-11-01', visitor: '赵主任', note: '' }
/** Channels whose inputs nobody hits upon by chance. */
const examples: Partial<Record<ChannelName, unknown>> = {
  'resident.save': { id: null, revision: null, draft: aResidentDraft() },
  'visitRound.create': {
    name: '走访',
    festival: 'springFestival',
    year: 2027,
    cutoffOn: '2027-02-06',
  },
  'life.record': {
    residentId: 1,
    revision: 1,
    kind: 'movedOut',
    happenedOn: '2026-11-01',
    place: '',
    note: '',
    newHeadId: null,
    isSpouseWidowed: false,
  },
  'notice.sign': { residentId: 1, signedOn: '2026-11-01', signedBy: 'self', signer: '' },
  'count.sheet': { referenceOn: '2026-11-25', fromOn: '2026-01-01' },
  'count.rows': {
    referenceOn: '2026-11-25',
    fromOn: '2026-01-01',
    line: 'total',
    column: 'all',
    offset: 0,
    limit: 10,
  },
  'count.submit': { referenceOn: '2026-11-25', fromOn: '2026-01-01', name: '统计', note: '' },
  'paper.roster': { ...rosterQuestion(readyRosters.residents), offset: 0, limit: 10 },
  'rosterKind.save': {
    id: null,
    revision: null,
    kind: { name: '我们的花名册', roster: readyRosters.residents },
  },
  'print.saveWorkbook': {
    paper: { kind: 'roster', roster: readyRosters.residents, numbers: 'masked', reason: null },
  },
  'office.summary': { asOfOn: '2026-11-25' },
  'careEvent.save': { id: null, revision: null, draft: aFamilyEvent() },
  'helpCase.save': { id: null, revision: null, draft: aHelpCase() },
  'visitRound.countTargets': { cutoffOn: '2027-02-06' },
  'visitRule.check': { draft: aRule },
  'visitRule.save': { id: null, revision: null, draft: aRule },
  'dueVisit.record': { residentIds: [1], ...aResult },
  'visitTask.recordOther': { residentIds: [1], reason: '', ...aResult },
  'claim.board': { on: '2026-11-25' },
  'claim.elders': {
    on: '2026-11-25',
    view: 'claimed',
    claimPostId: null,
    claimantId: null,
    offset: 0,
    limit: 10,
  },
  'claim.start': {
    claimPostId: 1,
    claimantId: 1,
    mentorId: null,
    residentIds: [1],
    fromOn: '2026-11-01',
    note: '',
  },
  'claim.handOver': {
    claimantId: 1,
    claims: { which: 'all' },
    toClaimantId: 2,
    toClaimPostId: null,
    isMentorKept: true,
    mentorId: null,
    fromOn: '2026-11-01',
    reason: 'claimantIll',
    note: '',
  },
  'claim.end': { claimIds: [1], lastOn: '2026-11-01', reason: 'other', note: '' },
  'phoneCall.save': {
    id: null,
    revision: null,
    draft: {
      residentId: 1,
      calledOn: '2026-11-01',
      caller: '赵主任',
      result: 'reached',
      note: '',
      followUp: '',
    },
  },
  'diary.save': { id: null, revision: null, draft: aDiaryDraft() },
  'diary.closeFollowUp': { id: 1, revision: 1, doneOn: '2026-11-01', result: '已办好' },
}
let ledger: Ledger
let content: string
let ownRuleCount = 0

/** Everything in the ledger, visits included. */
function contentText(): string {
  return JSON.stringify([ledgerContent(ledger), ledger.raw.prepare('SELECT * FROM visitRound').all()])
}

beforeAll(async () => {
  ledger = openTestLedger()
  await ledgerOperations['resident.save'](
    ledger,
    { id: null, revision: null, draft: aResidentDraft() },
    context,
  )
  // Drafts belong to an account of the ledger.
  await ledger.writer
    .insertInto('staff')
    .values({
      id: 1,
      name: '赵主任',
      role: 'director',
      isInSealedCircle: 0,
      pinHash: null,
      createdAt: '',
      closedAt: null,
      revision: 1,
    })
    .execute()
  content = contentText()
})

/** What the window gets back for an input, by the very steps the app takes. */
async function outcomeOf(channel: ChannelName, input: unknown): Promise<string> {
  const parsed = parseInput(contract[channel].input, input)
  if (!parsed.ok) return parsed.failure.code
  if (!isLedgerChannel(channel)) return 'ok'
  // The input was parsed by the schema this operation's type is derived from.
  const operation = ledgerOperations[channel] as (
    ledger: Ledger,
    input: unknown,
    context: OperationContext,
  ) => Promise<unknown>
  try {
    await operation(ledger, parsed.value, context)
    content = contentText()
    return 'ok'
  } catch (thrown) {
    expect(contentText()).toBe(content)
    const error = failureOfLedgerError(thrown)
    if (error instanceof FailureError) return error.failure.code
    throw thrown
  }
}

/** What was sent before may have switched off or removed every rule there was. */
async function withOwnRule(example: unknown): Promise<unknown> {
  const trigger = { kind: 'festival', festivals: ['springFestival'] }
  ownRuleCount += 1
  const draft = { ...aRule, name: `春节走访${ownRuleCount}`, trigger }
  const input = contract['visitRule.save'].input.parse({ id: null, revision: null, draft })
  const { id } = await ledgerOperations['visitRule.save'](ledger, input, context)
  content = contentText()
  return Object.assign({ ruleIds: [id] }, example)
}

async function inputsFor(channel: ChannelName): Promise<fc.Arbitrary<unknown>> {
  const isOfRules = channel === 'visitRound.create' || channel === 'visitRound.countTargets'
  const example = isOfRules ? await withOwnRule(examples[channel]) : examples[channel]
  const shaped = shapedInputs(contract[channel].input)
  return example === undefined ? shaped : fc.oneof(shaped, spoiledInputs(example))
}

function isLedgerChannel(channel: ChannelName): channel is LedgerChannel {
  return (ledgerChannels as readonly ChannelName[]).includes(channel)
}

test.each(impossibleInputs())('%s is refused by every channel', (_name, input) => {
  for (const channel of channelNames) {
    expect(parseInput(contract[channel].input, input)).toMatchObject({
      ok: false,
      failure: { code: 'invalidInput' },
    })
  }
})

test.each(hostileTexts)('%j as a handle, a name and a path opens nothing', async (text) => {
  for (const input of [
    { handle: text },
    { handle: text, sheetIndexes: [0], mapping: null },
    { handle: text, verdict: null, offset: 0, limit: 1 },
    { idNumber: text, exceptId: null },
  ]) {
    const outcomes = await Promise.all(channelNames.map(async (channel) => outcomeOf(channel, input)))
    expect([...new Set(outcomes)].sort()).toEqual(expect.arrayContaining(['invalidInput']))
    expect(outcomes.filter((outcome) => !['ok', 'invalidInput', 'handleExpired'].includes(outcome))).toEqual(
      [],
    )
  }
})

test.each(channelNames)('%s answers whatever a page sends', async (channel) => {
  const outcomes = new Map<string, number>()
  const inputs = await inputsFor(channel)
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const outcome = await outcomeOf(channel, structuredClone(input))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }),
    { seed, numRuns: runsPerChannel },
  )
  // Otherwise the generator would never have got past the door.
  expect(outcomes.get('invalidInput') ?? 0).toBeGreaterThan(0)
  expect(outcomes.size).toBeGreaterThan(1)
})

test('nothing of it reached the prototypes everything shares', () => {
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('ok')
  expect(({} as { readonly id?: number }).id).toBeUndefined()
})
