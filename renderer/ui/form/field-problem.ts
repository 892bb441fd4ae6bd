import type { z } from 'zod'
import { parseTypedDate } from '../../../domain/calendar-date.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'

/** Turns what a schema refuses into a sentence for the field it names. */
export function fieldProblem(issue: z.core.$ZodIssue, labels: Readonly<Record<string, string>>): string {
  const label = labelOf(issue.path, labels)
  if (issue.code === 'too_big') return fieldProblems.tooLong(Number(issue.maximum))
  if (issue.code === 'too_small') return fieldProblems.missing(label)
  // Nothing was chosen where something must be.
  if (issue.code === 'invalid_type' && issue.input === null) return fieldProblems.choose(label)
  if (issue.code === 'invalid_value') return fieldProblems.choose(label)
  if (issue.code === 'custom') return customProblem(issue, label)
  return fieldProblems.unusable(label)
}

function customProblem(issue: z.core.$ZodIssue, label: string): string {
  switch (issue.message) {
    case 'calendarDate':
      return isImpossible(issue.input) ? fieldProblems.dateImpossible : fieldProblems.date
    case 'partialDate':
      return isImpossible(issue.input) ? fieldProblems.dateImpossible : fieldProblems.partialDate
    case 'personName':
      return issue.input === '' ? fieldProblems.missing(label) : fieldProblems.name
    case 'periodOrder':
      return fieldProblems.periodOrder
    case 'masked':
      return fieldProblems.masked
    default:
      return fieldProblems.unusable(label)
  }
}

function isImpossible(input: unknown): boolean {
  if (typeof input !== 'string') return false
  const typed = parseTypedDate(input)
  return !typed.ok && typed.reason === 'impossible'
}

function labelOf(path: readonly PropertyKey[], labels: Readonly<Record<string, string>>): string {
  const name = path.findLast((part) => typeof part === 'string')
  return name === undefined ? '' : (labels[name] ?? '')
}
