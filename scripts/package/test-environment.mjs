import { sandboxFlags } from '../runtime/sandbox-flags.mjs'
import { packagedApp } from './packaged-app.mjs'

/** What a program that drives the packaged app must know: where it is and with which flags it starts here. */
export function testEnvironment() {
  return {
    ...process.env,
    LINLI_APP_EXECUTABLE: packagedApp('test').executable,
    LINLI_RELEASE_EXECUTABLE: packagedApp('release').executable,
    LINLI_APP_FLAGS: sandboxFlags().join(' '),
  }
}
