import { z } from 'zod'
import { amountFenSchema } from './amount.ts'
import { calendarDateSchema, daysBetween, type CalendarDate } from './calendar-date.ts'
import { staffNameSchema } from './staff.ts'
import { storableLine, storableText } from './storable-text.ts'

/** How somebody's request for help stands. Source: DOMAIN 1.2 row 10. */
export const helpOutcomes = ['open', 'solved', 'partly', 'notSolved', 'withdrawn'] as const
export type HelpOutcome = (typeof helpOutcomes)[number]

const mostSteps = 200

/** Shape: what was done about it on a day, and by whom. */
const helpStepSchema = z.strictObject({
  takenOn: calendarDateSchema,
  text: storableText(500).min(1),
  takenBy: storableLine(60).min(1),
})
export type HelpStep = z.infer<typeof helpStepSchema>

/** Shape: what the clerk writes down about a request; it hangs on one person, also where it is the whole household's. */
export const helpCaseDraftSchema = z.strictObject({
  residentId: z.int(),
  isForHousehold: z.boolean(),
  request: storableText(1000).min(1),
  openedOn: calendarDateSchema,
  /** Who answers for it. */
  staffId: z.int(),
  steps: z.array(helpStepSchema).max(mostSteps),
  outcome: z.enum(helpOutcomes),
  closedOn: calendarDateSchema.nullable(),
  result: storableText(1000),
  /** Unit: fen that the person got back; null where no money is in question. */
  amountFen: amountFenSchema.nullable(),
})
export type HelpCaseDraft = z.infer<typeof helpCaseDraftSchema>

const personOfCase = {
  id: z.int(),
  residentName: z.string(),
  address: z.string(),
  handler: staffNameSchema.extend({ isClosed: z.boolean() }),
  /** Unit: days, the first one not counted. */
  daysOpen: z.int(),
}

/** Shape: a whole case. */
export const helpCaseSchema = helpCaseDraftSchema.extend({
  ...personOfCase,
  recordedAt: z.string(),
  recordedBy: z.string(),
  revision: z.int(),
})
export type HelpCase = z.infer<typeof helpCaseSchema>

/** Shape: one line of the list. */
export const helpCaseRowSchema = helpCaseDraftSchema
  .omit({ steps: true, result: true })
  .extend({ ...personOfCase, lastStepOn: calendarDateSchema.nullable(), stepCount: z.int() })
export type HelpCaseRow = z.infer<typeof helpCaseRowSchema>

/** Which day of a case a period is about. */
const helpPeriodDays = ['openedOn', 'closedOn'] as const

/** Shape: which cases are listed. */
export const helpCaseFilterSchema = z.strictObject({
  staffId: z.int().nullable(),
  /** Closed is every outcome but open. */
  state: z.enum([...helpOutcomes, 'closed']).nullable(),
  periodOf: z.enum(helpPeriodDays),
  fromOn: calendarDateSchema.nullable(),
  toOn: calendarDateSchema.nullable(),
  /** Those alone by which money came back. */
  isWithMoneyOnly: z.boolean(),
})
export type HelpCaseFilter = z.infer<typeof helpCaseFilterSchema>

/** Shape: the figures of one year. Opened in it, closed in it; money of those that were closed in it. */
export const helpYearSchema = z.strictObject({
  year: z.int(),
  openedCount: z.int(),
  closedCount: z.int(),
  solvedCount: z.int(),
  partlyCount: z.int(),
  notSolvedCount: z.int(),
  withdrawnCount: z.int(),
  amountFen: z.int(),
  /** Of all these how many are of people whose records were deleted for good: they are counted, and open no row. */
  namelessCount: z.int(),
})
export type HelpYear = z.infer<typeof helpYearSchema>

/** Unit: days that a case has been or was open; the first day is not counted. Source: Civil Code art. 201. */
export function daysOpen(
  { openedOn, closedOn }: Pick<HelpCaseDraft, 'openedOn' | 'closedOn'>,
  todayOn: CalendarDate,
): number {
  return Math.max(0, daysBetween(openedOn, closedOn ?? todayOn))
}

/** Why an input can't be. */
export type HelpCaseProblem = 'missing' | 'future' | 'beforeOpening' | 'afterClosing' | 'notClosed'

/** Shape: by the path of the input what is wrong with it. */
export function problemsOfCase(
  { openedOn, steps, outcome, closedOn, result }: HelpCaseDraft,
  todayOn: CalendarDate,
): Readonly<Record<string, HelpCaseProblem>> {
  const isClosed = outcome !== 'open'
  const problems: [string, HelpCaseProblem | null][] = [
    ['openedOn', openedOn > todayOn ? 'future' : null],
    ...steps.map(({ takenOn }, index): [string, HelpCaseProblem | null] => [
      `steps.${String(index)}.takenOn`,
      takenOn > todayOn
        ? 'future'
        : takenOn < openedOn
          ? 'beforeOpening'
          : closedOn !== null && takenOn > closedOn
            ? 'afterClosing'
            : null,
    ]),
    ['closedOn', closedOn === null ? (isClosed ? 'missing' : null) : closingProblem(closedOn)],
    ['result', isClosed && result.trim() === '' ? 'missing' : null],
  ]
  function closingProblem(on: CalendarDate): HelpCaseProblem | null {
    if (!isClosed) return 'notClosed'
    if (on > todayOn) return 'future'
    return on < openedOn ? 'beforeOpening' : null
  }
  return Object.fromEntries(problems.filter((one): one is [string, HelpCaseProblem] => one[1] !== null))
}
