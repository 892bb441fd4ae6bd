import { signIn } from '../../../db/unlocking/sign-in.ts'
import { FailureError } from '../../../domain/failure.ts'
import { clockOn, firstDirector } from '../office-ledger.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: signs in with the right password and tells what it is answered.
 */

const order = JSON.parse(process.argv[2] ?? '{}') as { readonly filePath: string; readonly seconds: number }
const nowAt = () => new Date(Date.UTC(2026, 10, 25, 1, 0, order.seconds)).toISOString()
const place = { filePath: order.filePath, clock: { ...clockOn(), nowAt } }
try {
  await signIn(place, { staffId: 1, password: firstDirector.password })
  acknowledge('in')
} catch (error) {
  if (!(error instanceof FailureError)) throw error
  acknowledge(`${error.failure.code} ${error.failure.detail ?? ''}`)
}
