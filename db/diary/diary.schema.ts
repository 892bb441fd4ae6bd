import type { Generated } from 'kysely'
import type { Flag } from '../flag-column.ts'

/** The tables of the diary and of the figures of visits, a part of the ledger's. */
export interface DiarySchema {
  readonly diaryEntry: DiaryEntryTable
  readonly diaryEntryResident: DiaryEntryResidentTable
  readonly diaryYear: DiaryYearTable
  readonly namelessReach: NamelessReachTable
}

interface DiaryEntryTable {
  id: Generated<number>
  /** Of the day it is about; with the number what stands on paper. */
  year: number
  number: number
  entryOn: string
  /** Whose entry it is, and what that member was called then; a sealed one is this member's and the directors'. */
  staffId: number
  staffName: string
  place: string
  weather: string
  matter: string
  heard: string
  handling: string
  result: string
  needsFollowUp: Flag
  followUpOn: string | null
  followUpDoneOn: string | null
  followUpResult: string
  visitTaskId: number | null
  phoneCallId: number | null
  isSealed: Flag
  writtenAt: string
  revision: number
}

interface DiaryEntryResidentTable {
  diaryEntryId: number
  residentId: number
  /** In which order the people were named. */
  rank: number
}

/** The last number of each year that was given. */
interface DiaryYearTable {
  year: number
  lastNumber: number
}

/** That somebody whose record is gone was reached in a month, and the visits to their door that nobody else tells of. */
interface NamelessReachTable {
  id: Generated<number>
  namelessPersonId: number
  month: string
  /** A kind of visit, all of them together, or any contact. */
  kind: string
  householdCount: number
}
