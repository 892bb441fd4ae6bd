import { expect, test } from 'vitest'
import type { DraftForm } from '../../domain/draft.ts'
import { anActor, aResidentDraft } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { loadLedgerProfile } from '../committee/committee.queries.ts'
import { saveCommittee } from '../committee/committee.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { createVisitRound } from '../visit/visit-round.service.ts'
import { listVisitTasks } from '../visit/visit-task.queries.ts'
import { recordVisitResult } from '../visit/visit-task.service.ts'
import { listDrafts, offeredDraft } from './draft.queries.ts'
import { discardDraft, keepDraft } from './draft.service.ts'

/** A ledger at which two people work in turns. */
async function anOffice() {
  const ledger = openTestLedger()
  const account = {
    role: 'director',
    isInSealedCircle: 0,
    pinHash: null,
    createdAt: '',
    closedAt: null,
  } as const
  await ledger.writer
    .insertInto('staff')
    .values([
      { ...account, id: 1, name: '赵主任', revision: 1 },
      { ...account, id: 2, name: '王芳', revision: 1 },
    ])
    .execute()
  return { ledger, colleague: ledgerFor(ledger, anActor({ staffId: 2, name: '王芳' })) }
}

const keep = (
  ledger: Ledger,
  form: DraftForm,
  baseRevision: number | null = null,
  content = '{"name":"王"}',
) => keepDraft(ledger, { form, content, baseRevision })
const newResident = { form: 'newResident' } as const
const auditCount = (ledger: Ledger) => ledger.raw.prepare('SELECT count(*) FROM auditEntry').pluck().get()

test('the newest draft of a form is offered to its owner and to nobody else', async () => {
  const { ledger, colleague } = await anOffice()
  await keep(ledger, newResident)
  await keep(ledger, newResident, null, '{"name":"王秀英"}')
  expect(await offeredDraft(ledger, newResident)).toMatchObject({
    content: '{"name":"王秀英"}',
    isOutdated: false,
  })
  expect(await offeredDraft(colleague, newResident)).toBeNull()
  expect(await listDrafts(colleague)).toEqual([])
  await discardDraft(colleague, newResident)
  expect(await listDrafts(ledger)).toHaveLength(1)
  await discardDraft(ledger, newResident)
  expect(await offeredDraft(ledger, newResident)).toBeNull()
})

test('keeping a draft leaves no entry in the trail, which would be flooded', async () => {
  const { ledger } = await anOffice()
  const before = auditCount(ledger)
  await keep(ledger, newResident)
  await discardDraft(ledger, newResident)
  expect(auditCount(ledger)).toBe(before)
})

test('a draft of a record that was changed since is offered with that said', async () => {
  const { ledger, colleague } = await anOffice()
  const resident = await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
  const form = { form: 'resident', id: resident.id } as const
  await keep(ledger, form, resident.revision)
  expect(await offeredDraft(ledger, form)).toMatchObject({ isOutdated: false })
  const draft = aResidentDraft({ idNumber: resident.idNumber, note: '搬走了' })
  await saveResident(colleague, { id: resident.id, revision: resident.revision, draft })
  expect(await offeredDraft(ledger, form)).toMatchObject({ isOutdated: true })
  expect(await listDrafts(ledger)).toMatchObject([{ form, subject: '王秀英' }])
})

test('saving the form takes its draft away in the same transaction, and that of no other form', async () => {
  const { ledger, colleague } = await anOffice()
  const resident = await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
  const round = {
    name: '春节走访',
    festival: 'springFestival' as const,
    year: 2027,
    cutoffOn: '2027-02-05',
    ruleIds: [1],
  }
  const form = { form: 'resident', id: resident.id } as const
  for (const each of [newResident, form, { form: 'committee' }, { form: 'newVisitRound' }] as const)
    await keep(ledger, each, 1)
  await keep(colleague, form, 1)
  const draft = aResidentDraft({ idNumber: resident.idNumber })
  await expect(saveResident(ledger, { id: resident.id, revision: 99, draft })).rejects.toThrow('staleRecord')
  expect(await listDrafts(ledger)).toHaveLength(4)
  await saveResident(ledger, { id: resident.id, revision: 1, draft })
  expect((await listDrafts(ledger)).map((one) => one.form.form).sort()).toEqual([
    'committee',
    'newResident',
    'newVisitRound',
  ])
  expect(await listDrafts(colleague)).toHaveLength(1)
  await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
  const { committee: before } = await loadLedgerProfile(ledger)
  await saveCommittee(ledger, { before, committee: { ...before, committeeName: '幸福里' } })
  const { id: visitRoundId } = await createVisitRound(ledger, round as Parameters<typeof createVisitRound>[1])
  expect(await listDrafts(ledger)).toEqual([])

  const { rows } = await listVisitTasks(ledger, { visitRoundId, view: 'all', offset: 0, limit: 10 })
  const [task] = rows
  if (task === undefined) throw new Error('the rule picks nobody')
  await keep(ledger, { form: 'visitTask', id: task.id }, task.revision)
  expect(await listDrafts(ledger)).toMatchObject([{ visitRoundId, subject: task.residentName }])
  await recordVisitResult(ledger, {
    visitTaskId: task.id,
    revision: task.revision,
    outcome: 'done',
    visitedOn: ledger.clock.todayOn(),
    visitor: '王芳',
    note: '',
  })
  expect(await listDrafts(ledger)).toEqual([])
})

test('with the record goes what was half filled in about it', async () => {
  const { ledger } = await anOffice()
  const resident = await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
  await keep(ledger, { form: 'resident', id: resident.id }, 1)
  ledger.raw.prepare('DELETE FROM residentPhone').run()
  ledger.raw.prepare('DELETE FROM resident WHERE id = ?').run(resident.id)
  expect(ledger.raw.prepare('SELECT count(*) FROM formDraft').pluck().get()).toBe(0)
})
