import type { AgreedPaper, PaperWay, PeopleOnPaper } from '../../db/paper/issue-paper.service.ts'
import type { ListWay } from '../../db/resident-list/issue-list.service.ts'
import { fewPeople } from '../../domain/bulk.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import type { PaperNumbers } from '../../domain/paper-stamp.ts'
import { mayDoInBulk } from '../own-dialogs.ts'

interface Leaving {
  readonly way: PaperWay | ListWay
  readonly numbers: PaperNumbers
  readonly contentsId: number
}

/**
 * Very many people, on one paper or list or on several one after the other, are asked about where no page can answer;
 * null when the answer is no.
 */
export async function agreedToLeave(
  { personCount, unaskedCount }: PeopleOnPaper,
  { way, numbers, contentsId }: Leaving,
): Promise<AgreedPaper | null> {
  if (personCount + unaskedCount <= fewPeople) return { personCount, isAsked: false }
  const question = dialogTexts.bulkPaper(way, numbers, personCount, unaskedCount)
  return (await mayDoInBulk(contentsId, question)) ? { personCount, isAsked: true } : null
}

/** What leaves after its entry was written; that it did not leave after all is written down as well. */
export async function leaveOrTell(
  work: () => Promise<void>,
  tellFailed: () => Promise<unknown>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    await tellFailed()
    throw error
  }
}
