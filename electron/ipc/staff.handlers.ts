import { FailureError, success } from '../../domain/failure.ts'
import { readLedgerPlace } from '../data-folder.ts'
import type { DeskCover } from '../desk-cover.ts'
import type { LedgerSession } from '../ledger-session.ts'
import type { HandlerMap } from './handler-map.ts'

type StaffChannel =
  'staff.signIn' | 'staff.signInWithCode' | 'staff.unlockWithPin' | 'staff.lock' | 'staff.signOut'

/** Sitting down at the desk, covering it and leaving it. */
export function staffHandlers(session: LedgerSession, deskCover: DeskCover): HandlerMap<StaffChannel> {
  return {
    'staff.signIn': async (request) =>
      success(await session.enter('signIn', { filePath: await ledgerFile(), ...request })),
    'staff.signInWithCode': async (request) =>
      success(await session.enter('signInWithCode', { filePath: await ledgerFile(), ...request })),
    'staff.unlockWithPin': async ({ pin }) => success(await session.enter('unlockWithPin', { pin })),
    'staff.lock': async () => {
      await deskCover.cover()
      return success(await session.state())
    },
    'staff.signOut': async () => {
      await deskCover.leave()
      return success(await session.state())
    },
  }
}

async function ledgerFile(): Promise<string> {
  const place = await readLedgerPlace()
  if (place.kind !== 'known') throw new FailureError('ledgerNotOpen')
  return place.ledgerFile
}
