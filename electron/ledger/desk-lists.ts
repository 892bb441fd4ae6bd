import { issueList, recordFailedList, type IssuedList } from '../../db/resident-list/issue-list.service.ts'
import { ledgerOfBeginner, openDesk, rememberBeginner } from './desk.ts'
import type { DoorRequests } from './door-messages.ts'

/** Throws: as openDesk and issueList. */
export async function issueListAtDesk({ list, way, agreed }: DoorRequests['issueList']): Promise<IssuedList> {
  const current = openDesk()
  const issued = await issueList(current.ledger, list, way, agreed)
  rememberBeginner(`list ${issued.handle}`, current)
  return issued
}

/** Written down also when others sit there by now. Throws: ledgerNotOpen. */
export async function writeFailedList({
  handle,
  personCount,
}: DoorRequests['listFailed']): Promise<Record<string, never>> {
  await recordFailedList(ledgerOfBeginner(`list ${handle}`), personCount)
  return {}
}
