import { visitLabels, visitOutcomeLabels } from '../../../domain/labels/visit.zh.ts'
import type { VisitOutcome, VisitTask } from '../../../domain/visit.ts'
import type { FieldVersions, VersionChoice } from '../../ui/versions.ts'

const words = visitLabels.record

/** Shape: what the record form holds of a visit. */
export interface VisitResult {
  readonly outcome: VisitOutcome
  readonly visitedOn: VisitTask['visitedOn']
  readonly visitor: string
  readonly note: string
}

/** A visit's record as it was loaded, as it was typed and as somebody else saved it. */
export function visitVersions(base: VisitResult, mine: VisitResult, theirs: VisitResult): FieldVersions[] {
  const field = (key: keyof VisitResult, label: string, textOf: (result: VisitResult) => string) => ({
    key,
    label,
    values: { base: base[key], mine: mine[key], theirs: theirs[key] },
    texts: { mine: textOf(mine), theirs: textOf(theirs) },
  })
  return [
    field('outcome', words.outcome, ({ outcome }) => visitOutcomeLabels[outcome]),
    field('visitedOn', words.visitedOn, ({ visitedOn }) => visitedOn ?? ''),
    field('visitor', words.visitor, ({ visitor }) => visitor),
    field('note', words.note, ({ note }) => note),
  ]
}

/** The record with each field as it was chosen; what nobody chose is theirs. */
export function chosenResult(
  mine: VisitResult,
  theirs: VisitResult,
  choices: ReadonlyMap<string, VersionChoice>,
): VisitResult {
  const of = (key: keyof VisitResult) => (choices.get(key) === 'mine' ? mine : theirs)
  return {
    outcome: of('outcome').outcome,
    visitedOn: of('visitedOn').visitedOn,
    visitor: of('visitor').visitor,
    note: of('note').note,
  }
}
