import { expect, test, vi } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { readKeySlots } from '../key/key-file.ts'
import { readTries } from '../key/wrong-tries.ts'
import { closeLedger } from '../ledger.ts'
import { ledgerOperations } from '../ledger-operation-map.ts'
import { changeStaff, setPassword } from '../staff/staff.service.ts'
import { anOffice, officeDirector } from '../testing/backup-fixture.ts'
import { confirmRecoveryCode, renewRecoveryCode } from './recovery-code.ts'
import { keyByPassword, signIn } from './sign-in.ts'

const newPassword = 'qiuyue-chunhua-31'

vi.setConfig({ testTimeout: 60_000 })

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof FailureError ? error.failure.code : String(error)
}

async function aDesk() {
  const { ledger, filePath, key, recoveryCode, clock } = await anOffice(0)
  if (ledger.actor === null) throw new Error('a director sits there')
  return { desk: { ledger, key, actor: ledger.actor }, place: { filePath, clock }, recoveryCode }
}

/** Leaves the desk while a secret is being stretched, which takes a third of a second. */
async function leaveMeanwhile({ desk }: Awaited<ReturnType<typeof aDesk>>, work: Promise<unknown>) {
  const code = codeOf(work)
  await new Promise((resolve) => setTimeout(resolve, 100))
  closeLedger(desk.ledger)
  desk.key.fill(0)
  return code
}

test('many wrong passwords at once are each counted, and make people wait like one after the other', async () => {
  const { desk, place } = await aDesk()
  const tries = Array.from({ length: 8 }, () =>
    codeOf(keyByPassword(desk.ledger, { staffId: 1, password: 'wrong' })),
  )
  const codes = await Promise.all(tries)
  expect(codes.filter((code) => code === 'passwordWrong')).toHaveLength(5)
  expect(codes.filter((code) => code === 'tooManyTries')).toHaveLength(3)
  expect(await readTries(place.filePath)).toMatchObject([{ staffId: 1, count: 5 }])
})

test('wrong passwords for accounts that nobody has push no real ones out of the count', async () => {
  const { desk, place } = await aDesk()
  for (let count = 0; count < 5; count += 1)
    await codeOf(keyByPassword(desk.ledger, { staffId: 1, password: 'wrong' }))
  for (let staffId = 100; staffId < 420; staffId += 1)
    await codeOf(keyByPassword(desk.ledger, { staffId, password: 'wrong' }))
  const right = { staffId: 1, password: officeDirector.password }
  expect(await codeOf(keyByPassword(desk.ledger, right))).toBe('tooManyTries')
  expect(await readTries(place.filePath)).toHaveLength(2)
})

test('a desk that is left while a password is changed keeps the old one', async () => {
  const office = await aDesk()
  const code = await leaveMeanwhile(office, setPassword(office.desk, 1, newPassword))
  expect(code).toBe('ledgerNotOpen')
  const { ledger } = await signIn(office.place, { staffId: 1, password: officeDirector.password })
  closeLedger(ledger)
})

test('a desk that is left while a recovery code is made keeps the old one', async () => {
  const office = await aDesk()
  const before = (await readKeySlots(office.place.filePath)).slots
  const code = await leaveMeanwhile(office, renewRecoveryCode(office.desk, officeDirector.password))
  expect(code).toBe('ledgerNotOpen')
  expect((await readKeySlots(office.place.filePath)).slots).toEqual(before)
})

test('what is changed while a recovery code is confirmed stays', async () => {
  const { desk, place, recoveryCode } = await aDesk()
  const confirmed = confirmRecoveryCode(desk, recoveryCode)
  const draft = { name: 'Renamed', role: 'director', workFields: [], isInSealedCircle: false } as const
  await changeStaff(desk, { id: 1, revision: 1, draft: { ...draft, workFields: [] } })
  await confirmed
  const { slots } = await readKeySlots(place.filePath)
  expect(slots).toMatchObject({ staff: [{ name: 'Renamed' }], recovery: { isConfirmed: true } })
})

test('nobody gives the own account another password without the one it has', async () => {
  const { desk } = await aDesk()
  const context = { key: desk.key, reportProgress: () => undefined, isCancelled: () => false }
  const reset = ledgerOperations['staff.resetPassword'](
    desk.ledger,
    { id: 1, password: newPassword },
    context,
  )
  expect(await codeOf(reset)).toBe('notAllowed')
})
