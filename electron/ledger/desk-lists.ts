import { issueList, recordFailedList, type IssuedList } from '../../db/resident-list/issue-list.service.ts'
import { issueCorrectedCopy, recordFailedCopy } from '../../db/roster-import/corrected-copy.service.ts'
import type { SheetMarks } from '../../domain/import-marks.ts'
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

/** Throws: as openDesk and issueCorrectedCopy. */
export async function issueCopyAtDesk({ handle }: DoorRequests['correctedCopy']): Promise<SheetMarks[]> {
  const current = openDesk()
  const marks = await issueCorrectedCopy(current.ledger, handle)
  rememberBeginner(`copy ${handle}`, current)
  return marks
}

/** Written down also when others sit there by now. Throws: ledgerNotOpen. */
export async function writeFailedCopy({
  handle,
}: DoorRequests['correctedCopyFailed']): Promise<Record<string, never>> {
  await recordFailedCopy(ledgerOfBeginner(`copy ${handle}`))
  return {}
}
