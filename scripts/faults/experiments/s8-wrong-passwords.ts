import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileOf } from '../../../db/key/key-file.ts'
import { ledgerOperations } from '../../../db/ledger-operation-map.ts'
import { signIn } from '../../../db/unlocking/sign-in.ts'
import type { Clock } from '../../../domain/clock.ts'
import { FailureError } from '../../../domain/failure.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { clockOn, closeOffice, firstDirector, foundOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { runProgram } from '../work/start-program.ts'

const longestUnlockMs = 1500
const worker = { name: 'Worker', password: 'songbai-liufeng-37' }

/** Waits after wrong passwords outlive a restart and a clock that is set back; who has left opens nothing any more. */
export const wrongPasswords: Experiment = {
  id: 'S8',
  what: 'waits after wrong passwords, across restarts and clocks; closed accounts; the last director',
  run: async ({ folder }) => {
    const { misses, expect } = collectMisses()
    const filePath = join(folder, 'office.ledger')
    const founded = await foundOffice(filePath)
    const context = { key: founded.key, reportProgress: () => undefined, isCancelled: () => false }
    const draft = { name: worker.name, role: 'worker', workFields: [], isInSealedCircle: false } as const
    const added = await ledgerOperations['staff.add'](
      founded.ledger,
      { draft: { ...draft, workFields: [] }, password: worker.password },
      context,
    )
    closeOffice(founded.ledger)
    const keysBefore = join(folder, 'keys.before')
    copyFileSync(keyFileOf(filePath), keysBefore)
    let tried = 0
    const attempt = async (clock: Clock, staffId: number, password: string): Promise<string> => {
      tried += 1
      try {
        closeOffice((await signIn({ filePath, clock }, { staffId, password })).ledger)
        return 'in'
      } catch (error) {
        if (!(error instanceof FailureError)) throw error
        return [error.failure.code, error.failure.detail].filter((part) => part !== undefined).join(' ')
      }
    }
    const at = (seconds: number): Clock => ({
      ...clockOn(),
      nowAt: () => new Date(Date.UTC(2026, 10, 25, 1, 0, seconds)).toISOString(),
    })

    let unlockMs = Infinity
    // The quickest of three: whatever else the machine does meanwhile is no figure of ours.
    for (let time = 0; time < 3; time += 1) {
      const startedAt = performance.now()
      expect((await attempt(at(0), 1, firstDirector.password)) === 'in', 'the right password opens nothing')
      unlockMs = Math.min(unlockMs, performance.now() - startedAt)
    }
    expect(unlockMs < longestUnlockMs, `unlocking takes ${unlockMs.toFixed(0)} ms`)

    for (let time = 1; time <= 5; time += 1)
      expect(
        (await attempt(at(time), 1, 'wrong')) === 'passwordWrong',
        `wrong password ${time} is not said to be wrong`,
      )
    const expected = [
      ['right after five', at(6), 'tooManyTries 29'],
      ['29 s later', at(34), 'tooManyTries 1'],
    ] as const
    for (const [when, clock, answer] of expected)
      expect((await attempt(clock, 1, firstDirector.password)) === answer, `${when}: not ${answer}`)
    // A program of its own, as after a restart.
    const [restarted] = await runProgram('wrong-password.ts', { filePath, seconds: 10 })
    expect(restarted === 'tooManyTries 25', `after a restart: ${String(restarted)}`)
    const back = await attempt(at(-86_400 * 365), 1, firstDirector.password)
    expect(back === 'tooManyTries 30', `with the clock a year back: ${back}`)
    expect((await attempt(at(-86_400 * 365 + 31), 1, firstDirector.password)) === 'in', 'it never ends')

    const { ledger, key } = await signIn(
      { filePath, clock: at(100) },
      { staffId: 1, password: firstDirector.password },
    )
    const failed = ledger.raw
      .prepare<[], number>(
        `SELECT json_extract(detail, '$.count') FROM auditEntry WHERE action = 'signInFailed'`,
      )
      .pluck()
      .all()
    expect(
      failed.reduce((sum, one) => sum + one, 0) === 5,
      `${failed.join()} wrong passwords are in the audit trail`,
    )
    const last = await codeOfRejection(() =>
      ledgerOperations['staff.close'](ledger, { id: 1, revision: 1, successorId: null }, { ...context, key }),
    )
    expect(last === 'lastDirector', `closing the last director: ${last}`)
    await ledgerOperations['staff.close'](
      ledger,
      { id: added.id, revision: added.revision, successorId: null },
      { ...context, key },
    )
    closeOffice(ledger)
    const gone = await attempt(at(200), added.id, worker.password)
    expect(gone === 'passwordWrong', `a closed account: ${gone}`)
    copyFileSync(`${keyFileOf(filePath)}.prev`, keyFileOf(filePath))
    const fromCopy = await attempt(at(201), added.id, worker.password)
    expect(fromCopy === 'passwordWrong', `a closed account, by the copy of the keys: ${fromCopy}`)
    copyFileSync(keysBefore, keyFileOf(filePath))
    const fromOld = await attempt(at(202), added.id, worker.password)
    expect(fromOld.startsWith('notAllowed'), `a closed account, by the keys of before: ${fromOld}`)
    return { triedCount: tried + 2, misses, note: `unlocks in ${unlockMs.toFixed(0)} ms` }
  },
}
