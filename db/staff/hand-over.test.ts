import { afterAll, beforeEach, expect, test } from 'vitest'
import { join } from 'node:path'
import { FailureError } from '../../domain/failure.ts'
import type { StaffDraft } from '../../domain/staff.ts'
import { fixedClock } from '../../domain/testing/builders.ts'
import { keepDraft } from '../draft/draft.service.ts'
import { heldDuties } from '../duty/duty-kinds.ts'
import { closeLedger, ledgerFor } from '../ledger.ts'
import { aLedgerFolder } from '../testing/ledger-fixture.ts'
import { setUpLedger } from '../unlocking/set-up-ledger.ts'
import { listAccounts, staffOf } from './staff.queries.ts'
import { addStaff, closeStaff } from './staff.service.ts'

type Office = Awaited<ReturnType<typeof setUpLedger>>
let office: Office
const opened: Office[] = []

const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '', phone: '' }
const draftOf = (name: string, change: Partial<StaffDraft> = {}): StaffDraft => ({
  name,
  role: 'worker',
  workFields: [],
  isInSealedCircle: false,
  ...change,
})

beforeEach(async () => {
  const filePath = join(aLedgerFolder(), 'linli-ledger.db')
  const director = { name: '赵主任', password: 'luohua-tixiang-58' }
  office = await setUpLedger({ filePath, clock: fixedClock(), committee, isSample: false, director })
  opened.push(office)
})

afterAll(() => opened.forEach(({ ledger }) => closeLedger(ledger)))

const add = (draft: StaffDraft) => addStaff(office, draft, 'hetang-yuese-72')

async function failureOf(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    return error instanceof FailureError ? error.failure : error
  }
  return null
}

test('an account that answers for nothing is closed by itself', async () => {
  const { id, revision } = await add(draftOf('王芳'))
  expect(await heldDuties(office.ledger.db, id)).toEqual([])
  expect(await closeStaff(office, { id, revision, successorId: null })).toMatchObject({ isClosed: true })
})

test('what somebody answers for goes to the successor in the same step, and both stand in the trail', async () => {
  const leaving = await add(draftOf('王芳', { workFields: ['civilAffairs', 'disability'] }))
  const staying = await add(draftOf('李明', { workFields: ['disability'] }))
  const close = (successorId: number | null) =>
    closeStaff(office, { id: leaving.id, revision: leaving.revision, successorId })
  expect(await heldDuties(office.ledger.db, leaving.id)).toEqual([{ duty: 'workField', count: 2 }])
  expect(await failureOf(close(null))).toEqual({ code: 'successorMissing', field: 'successorId' })
  expect((await staffOf(office.ledger.db, leaving.id)).isClosed).toBe(false)
  await close(staying.id)
  const successor = await staffOf(office.ledger.db, staying.id)
  expect([...successor.workFields].sort()).toEqual(['civilAffairs', 'disability'])
  expect(successor.revision).toBe(staying.revision + 1)
  // History keeps who answered for what.
  expect((await staffOf(office.ledger.db, leaving.id)).workFields).toHaveLength(2)
  const trail = office.ledger.raw
    .prepare('SELECT action, objectId, detail FROM auditEntry ORDER BY seq DESC LIMIT 2')
    .all()
  expect(trail).toEqual([
    {
      action: 'handedOver',
      objectId: staying.id,
      detail: JSON.stringify({ duty: 'workField', count: 2, from: leaving.id }),
    },
    { action: 'accountClosed', objectId: leaving.id, detail: '{}' },
  ])
})

test('whoever only looks, has left or is leaving takes nothing over', async () => {
  const leaving = await add(draftOf('王芳', { workFields: ['civilAffairs'] }))
  const viewer = await add(draftOf('看看', { role: 'viewer' }))
  const gone = await add(draftOf('走了'))
  await closeStaff(office, { id: gone.id, revision: gone.revision, successorId: null })
  for (const successorId of [viewer.id, gone.id, leaving.id]) {
    const closing = closeStaff(office, { id: leaving.id, revision: leaving.revision, successorId })
    expect(await failureOf(closing)).toEqual({ code: 'successorUnfit', field: 'successorId' })
  }
})

test('what was left half filled in goes with the account', async () => {
  const { id, name, role, revision } = await add(draftOf('王芳'))
  const actor = { ...draftOf(name, { role }), staffId: id }
  await keepDraft(ledgerFor(office.ledger, actor), {
    form: { form: 'newResident' },
    content: '{}',
    baseRevision: null,
  })
  await closeStaff(office, { id, revision, successorId: null })
  expect(office.ledger.raw.prepare('SELECT count(*) FROM formDraft').pluck().get()).toBe(0)
})

test('the list says when somebody last signed in', async () => {
  const { id } = await add(draftOf('王芳'))
  expect((await listAccounts(office.ledger)).find((one) => one.id === id)?.lastSignedInAt).toBeNull()
  const trail = office.ledger.raw.prepare(
    `INSERT INTO auditEntry SELECT seq + 1, ?, localOn, bootId, staffId, staffName, role, 'signedIn', 'staff', ?, fields,
       reason, detail, hash, hash || 'x' FROM auditEntry ORDER BY seq DESC LIMIT 1`,
  )
  trail.run('2026-11-24T01:00:00.000Z', id)
  trail.run('2026-11-25T01:00:00.000Z', id)
  const listed = await listAccounts(office.ledger)
  expect(listed.find((one) => one.id === id)?.lastSignedInAt).toBe('2026-11-25T01:00:00.000Z')
})
