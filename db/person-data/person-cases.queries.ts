import type { CalendarDate } from '../../domain/calendar-date.ts'
import { careEventKinds, isSealedEvent, openEventKinds } from '../../domain/care-event.ts'
import { careEventKindLabels } from '../../domain/labels/care-event.zh.ts'
import { helpOutcomeLabels, moneyText } from '../../domain/labels/help-case.zh.ts'
import { personDataLabels } from '../../domain/labels/person-data.zh.ts'
import { maySeeMatter } from '../../domain/sealed-access.ts'
import type { Actor } from '../../domain/staff.ts'
import { careEventsOf, storedEvents } from '../care-event/care-event.queries.ts'
import { wholeCasesOf } from '../help-case/help-case.queries.ts'
import type { LedgerReader } from '../ledger.ts'
import { periodCells } from './person-sections.ts'

const words = personDataLabels.paper
const { separator } = words

/** What happened in the family, the latest first; stays in hospital and illness stand with what is sealed. */
export async function careEventRows(
  db: LedgerReader,
  residentId: number,
  on: CalendarDate,
): Promise<string[][]> {
  const events = await careEventsOf(db, await storedEvents(db, { residentId, kinds: openEventKinds }), on)
  return events.map(({ kind, happenedOn, reportedOn, reportedBy, worker, note }) => [
    reportedOn,
    [careEventKindLabels[kind], happenedOn ?? ''].filter((part) => part !== '').join(separator),
    reportedBy,
    worker.name,
    note,
  ])
}

/** What the person asked for help with, and what was done about it. */
export async function helpCaseRows(db: LedgerReader, residentId: number): Promise<string[][]> {
  const cases = await wholeCasesOf(db, residentId)
  return cases.map(({ openedOn, request, handlerName, outcome, closedOn, result, amountFen, steps }) => [
    openedOn,
    request,
    handlerName,
    [helpOutcomeLabels[outcome], closedOn ?? '', result, amountFen === null ? '' : moneyText(amountFen)]
      .filter((part) => part !== '')
      .join(separator),
    steps.map(({ takenOn, text, takenBy }) => words.stepOf(takenOn, text, takenBy)).join(separator),
  ])
}

/** Illness and stays in hospital that are theirs who asks. */
export async function sealedEventRows(
  db: LedgerReader,
  actor: Actor,
  residentId: number,
  on: CalendarDate,
): Promise<string[][]> {
  const all = await storedEvents(db, { residentId, kinds: careEventKinds.filter(isSealedEvent) })
  const events = await careEventsOf(
    db,
    all.filter(({ staffId }) => maySeeMatter(actor, staffId)),
    on,
  )
  return events.map(({ kind, hospital, ward, happenedOn, admittedOn, dischargedOn, note }) => [
    careEventKindLabels[kind],
    ...periodCells({ fromOn: admittedOn ?? happenedOn, toOn: dischargedOn }),
    [hospital, ward, note].filter((part) => part !== '').join(separator),
  ])
}
