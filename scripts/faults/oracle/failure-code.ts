import { FailureError } from '../../../domain/failure.ts'

/** The code of an expected failure; anything else as its own text. */
function failureCodeOf(error: unknown): string {
  return error instanceof FailureError ? error.failure.code : `no failure code: ${String(error)}`
}

/** The code with which the work fails, or `none`. */
export function codeOfFailing(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (error) {
    return failureCodeOf(error)
  }
}

/** The same for work that is waited for. */
export async function codeOfRejection(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'none'
  } catch (error) {
    return failureCodeOf(error)
  }
}
