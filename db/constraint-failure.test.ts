import { expect, test } from 'vitest'
import { FailureError } from '../domain/failure.ts'
import { failureOfLedgerError } from './constraint-failure.ts'

function withCode(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

test.each([
  [
    'ERR_DLOPEN_FAILED',
    String.raw`\\?\C:\Program Files\a\prebuilds\win32-x64.node is not a valid Win32 application.`,
  ],
  [
    'MODULE_NOT_FOUND',
    "Cannot find module '../prebuilds/win32-x64.node'\nRequire stack:\n- C:\\a\\win32-x64.js",
  ],
])('a native module that the system does not load (%s) is named without its folder', (code, message) => {
  const failure = failureOfLedgerError(withCode(code, message))
  expect(failure).toBeInstanceOf(FailureError)
  expect(failure).toMatchObject({ failure: { code: 'programDamaged', detail: 'win32-x64.node' } })
})

test('any other error comes back as it was', () => {
  const error = withCode('MODULE_NOT_FOUND', "Cannot find module 'x'")
  expect(failureOfLedgerError(error)).toBe(error)
})
