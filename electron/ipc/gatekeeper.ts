import type { ChannelName } from '../../domain/contract.ts'
import type { Failure } from '../../domain/failure.ts'
import { mayUse, mayUseAtCoveredDesk } from '../../domain/permission.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import type { LedgerSession } from '../ledger-session.ts'

/** Why the person at the keyboard may not use a channel now; null when they may. */
export type Gatekeeper = (channel: ChannelName) => Promise<Failure | null>

/** Lets through what the table of permissions allows, and writes down what it refuses somebody who is signed in. */
export function gatekeeper(door: LedgerDoor, session: LedgerSession): Gatekeeper {
  return async (channel) => {
    // A change of ledgers that is under way ends with nobody or somebody at the desk.
    await session.whenOpen()
    if (session.deskState() === 'covered' && !mayUseAtCoveredDesk(channel)) return { code: 'notSignedIn' }
    const actor = session.actor()
    if (mayUse(actor, channel)) return null
    if (actor === null) return { code: 'notSignedIn' }
    await door.ask('denied', { channel })
    return { code: 'notAllowed' }
  }
}
