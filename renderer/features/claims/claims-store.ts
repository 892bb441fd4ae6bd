import { createDeskStore } from '../../ledger/desk-store.ts'
import { allCalls, type ContactFilter } from '../../../domain/phone-call.ts'

/** Which elders the board lists. */
export interface BoardPlace {
  readonly view: 'claimed' | 'overdue' | 'unclaimed'
  readonly claimPostId: number | null
  readonly claimantId: number | null
}

const wholeBoard: BoardPlace = { view: 'claimed', claimPostId: null, claimantId: null }

interface ClaimsStore {
  readonly place: BoardPlace
  readonly contacts: ContactFilter
}

/** What the pages of claims remember while others are open. */
export const useClaimsStore = createDeskStore<ClaimsStore>(() => ({ place: wholeBoard, contacts: allCalls }))

export function lookAt(place: Partial<BoardPlace>): void {
  useClaimsStore.setState({ place: { ...wholeBoard, ...place } })
}

/** Lists those contacts and no others. */
export function listContacts(contacts: Partial<ContactFilter>): void {
  useClaimsStore.setState({ contacts: { ...allCalls, ...contacts } })
}

export function narrowContacts(change: Partial<ContactFilter>): void {
  useClaimsStore.setState(({ contacts }) => ({ contacts: { ...contacts, ...change } }))
}
