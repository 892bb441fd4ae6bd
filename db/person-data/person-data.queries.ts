import { FailureError } from '../../domain/failure.ts'
import { maskPhone } from '../../domain/mask.ts'
import type { PaperNumbers } from '../../domain/paper-stamp.ts'
import type { PersonData, PersonRequest, PersonSection } from '../../domain/person-data.ts'
import { mayReveal } from '../../domain/record-access.ts'
import { mayAskForSealed } from '../../domain/sealed-access.ts'
import { claimNames } from '../claim/claim-names.queries.ts'
import { committeeIn } from '../committee/committee.queries.ts'
import { recordsOfPerson } from '../duplicate/merged-records.queries.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { maskedNumbers, type NumberTexts } from '../resident/record-change-text.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { callRows, claimRows } from './person-care.queries.ts'
import { careEventRows, helpCaseRows, sealedEventRows } from './person-cases.queries.ts'
import { changeRows } from './person-changes.queries.ts'
import { diaryEntryRows, sealedDiaryRows } from './person-diary.queries.ts'
import { disclosureRows, draftRows } from './person-disclosures.queries.ts'
import {
  basisRows,
  dutyRows,
  householdRows,
  lifeEventRows,
  noticeRows,
  sealedRows,
  visitRows,
} from './person-history.queries.ts'
import {
  benefitRows,
  careTagRows,
  documentRows,
  phoneRows,
  recordRows,
  sealedLaterRows,
} from './person-sections.ts'

/** Other people's numbers are theirs: of a telephone that is somebody else's only whose it is. */
const wholeNumbers: NumberTexts = {
  ofDocument: (number) => number,
  ofPhone: ({ number, owner }) => (owner === '' ? number : maskPhone(number)),
}

/**
 * All that is held on one person, for that person; numbers whole only on paper, and sealed matters only there and only
 * where somebody who answers for them was asked for them. Throws: notFound, notAllowed.
 */
export async function personData(
  { db, actor, clock }: Pick<Ledger, 'db' | 'actor' | 'clock'>,
  { residentId, asker, note, isSealedAsked }: PersonRequest,
  numbers: Exclude<PaperNumbers, 'phones'>,
): Promise<Omit<PersonData, 'stamp'>> {
  const reader = actorAt({ actor })
  if (!mayReveal(reader, 'idNumber') || !mayReveal(reader, 'phones')) throw new FailureError('notAllowed')
  if (isSealedAsked && !mayAskForSealed(reader)) throw new FailureError('notAllowed')
  const person = await residentOf(db, residentId)
  const ids = await recordsOfPerson(db, residentId)
  const ownFields = await listOwnFields(db)
  const texts = {
    actor: reader,
    numbers: numbers === 'all' ? wholeNumbers : maskedNumbers,
    ownFields,
    claimNames: await claimNames(db),
  }
  const rowsOf: Readonly<Record<Exclude<PersonSection, 'sealedMatters'>, string[][]>> = {
    basis: await basisRows(db),
    record: await recordRows(db, person, texts),
    phones: phoneRows(person, texts.numbers),
    documents: documentRows(person, texts.numbers),
    careTags: careTagRows(person),
    benefits: benefitRows(person),
    household: await householdRows(db, person),
    duties: await dutyRows(db, residentId),
    notices: await noticeRows(db, residentId),
    lifeEvents: await lifeEventRows(db, residentId),
    visits: await visitRows(db, reader, residentId, isSealedAsked && numbers === 'all'),
    claims: await claimRows(db, residentId),
    calls: await callRows(db, residentId),
    diary: await diaryEntryRows(db, residentId),
    careEvents: await careEventRows(db, residentId, clock.todayOn()),
    helpCases: await helpCaseRows(db, residentId),
    changes: await changeRows(db, ids, texts),
    disclosures: await disclosureRows(db, ids),
    drafts: await draftRows(db, residentId),
  }
  const sealed =
    numbers === 'all'
      ? [
          ...(await sealedRows(db, reader, residentId, isSealedAsked)),
          ...(await sealedDiaryRows(db, reader, residentId, isSealedAsked)),
          ...(isSealedAsked ? await sealedEventRows(db, reader, residentId, clock.todayOn()) : []),
        ]
      : sealedLaterRows()
  // Object.entries forgets the key type; the table is closed.
  const sections = Object.entries(rowsOf).map(([section, rows]) => ({
    section: section as PersonSection,
    rows,
  }))
  return {
    committeeName: (await committeeIn(db)).committeeName,
    residentName: person.name,
    idNumber: texts.numbers.ofDocument(person.idNumber),
    asker,
    note: note.trim(),
    printedOn: clock.todayOn(),
    sections: isSealedAsked ? [...sections, { section: 'sealedMatters', rows: sealed }] : sections,
  }
}
