import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import { FailureError } from '../../domain/failure.ts'
import { secondsToWait, wrongTriesSchema, type WrongTries } from '../../domain/sign-in-delay.ts'
import { readSmallState, writeSmallState } from '../small-state-file.ts'

const triesSchema = z.array(wrongTriesSchema).max(300)

/** What stands for every account that has no password; real ones are counted from 1. */
export const unknownAccount = 0

/** Wrong passwords outlive a restart, so that closing the program shortens no wait; null stands for the recovery code. */
function triesFileOf(ledgerFile: string): string {
  return `${ledgerFile}.tries`
}

/** Throws: tooManyTries with the seconds left as its detail. */
export async function refuseHastyTry(
  ledgerFile: string,
  staffId: number | null,
  clock: Clock,
): Promise<void> {
  const all = await readTries(ledgerFile)
  const tries = all.find((one) => one.staffId === staffId)
  const seconds = secondsToWait(tries, clock.nowAt())
  if (seconds === 0 || tries === undefined) return
  // After a clock was set back the wait runs from now on.
  if (tries.lastAt > clock.nowAt()) await writeTries(ledgerFile, all, { ...tries, lastAt: clock.nowAt() })
  throw new FailureError('tooManyTries', 'password', String(seconds))
}

export async function countWrongTry(ledgerFile: string, staffId: number | null, clock: Clock): Promise<void> {
  const all = await readTries(ledgerFile)
  const count = (all.find((one) => one.staffId === staffId)?.count ?? 0) + 1
  await writeTries(ledgerFile, all, { staffId, count, lastAt: clock.nowAt() })
}

/** Called once everything tried wrongly is in the audit trail. */
export async function forgetWrongTries(ledgerFile: string): Promise<void> {
  await writeSmallState(triesFileOf(ledgerFile), [])
}

/** Everything tried wrongly since somebody signed in. */
export async function readTries(ledgerFile: string): Promise<readonly WrongTries[]> {
  const state = await readSmallState(triesFileOf(ledgerFile), (value) => triesSchema.parse(value))
  // Without the file nobody has to wait: what protects the ledger is the cost of each try.
  return state.kind === 'current' || state.kind === 'previous' ? state.value : []
}

async function writeTries(
  ledgerFile: string,
  all: readonly WrongTries[],
  changed: WrongTries,
): Promise<void> {
  await writeSmallState(triesFileOf(ledgerFile), [
    ...all.filter(({ staffId }) => staffId !== changed.staffId),
    changed,
  ])
}
