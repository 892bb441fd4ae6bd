import { ageOn } from './age.ts'
import { completeDate, type CalendarDate, type PartialDate } from './calendar-date.ts'
import { careTags, type CareTag } from './codes/care-tag.ts'
import { residenceStatuses, type ResidenceStatus } from './codes/residence-status.ts'
import type { Sex } from './codes/sex.ts'
import { isPresentOn, type LifeEventKind, type LifeStep } from './life-event.ts'

/** The columns of the street office's tables. Source: DOMAIN 12. */
export const sheetColumns = ['all', 'men', 'women'] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** Lines by age: bands that meet without a gap, and the cumulative lines the forms ask for. Unit: full years. */
const ageLines = {
  'age:0-13': { minAge: 0, maxAge: 13 },
  'age:14-17': { minAge: 14, maxAge: 17 },
  'age:18-59': { minAge: 18, maxAge: 59 },
  'age:60-64': { minAge: 60, maxAge: 64 },
  'age:65-69': { minAge: 65, maxAge: 69 },
  'age:70-79': { minAge: 70, maxAge: 79 },
  'age:80-89': { minAge: 80, maxAge: 89 },
  'age:90-99': { minAge: 90, maxAge: 99 },
  'age:100+': { minAge: 100, maxAge: null },
  'from:60': { minAge: 60, maxAge: null },
  'from:65': { minAge: 65, maxAge: null },
  'from:70': { minAge: 70, maxAge: null },
  'from:80': { minAge: 80, maxAge: null },
  'from:90': { minAge: 90, maxAge: null },
} as const satisfies Record<string, { readonly minAge: number; readonly maxAge: number | null }>
type AgeLine = keyof typeof ageLines

/** What happened between the two days of a sheet. */
const changeLines = ['change:born', 'change:movedIn', 'change:movedOut', 'change:died'] as const
type ChangeLine = (typeof changeLines)[number]

export type SheetLine =
  'total' | AgeLine | 'age:unknown' | `status:${ResidenceStatus}` | 'tag:any' | `tag:${CareTag}` | ChangeLine

/** Shape: a person as the sheet counts them; only who was here on the reference day, or whom something happened to. */
export interface CountedPerson {
  readonly id: number
  readonly sex: Sex
  readonly birthWhen: PartialDate | null
  readonly residenceStatus: ResidenceStatus
  readonly careTags: readonly {
    readonly careTag: CareTag
    readonly fromOn: CalendarDate | null
    readonly toOn: CalendarDate | null
  }[]
  readonly isHere: boolean
  /** What stands of a person's life, in any order. */
  readonly events: readonly LifeStep[]
}

/** Shape: the day that states are told of, and the first day of the period that changes are told of. */
export interface SheetPeriod {
  readonly referenceOn: CalendarDate
  readonly fromOn: CalendarDate
}

/** What a line belongs to: the people, their ages, and so on. */
export function sectionOf(line: SheetLine): string {
  return line.split(':')[0] ?? ''
}

/** Every line of the sheet, in its order; tags are those that whoever asks may see. */
export function sheetLines(tags: readonly CareTag[]): SheetLine[] {
  return [
    'total',
    ...lineKeys(ageLines),
    'age:unknown',
    ...lineKeys(residenceStatuses).map((status) => `status:${status}` as const),
    ...(tags.length === 0 ? [] : (['tag:any'] as const)),
    ...tags.map((tag) => `tag:${tag}` as const),
    ...changeLines,
  ]
}

/** Whether a person stands in one cell: the same rule counts the cell and opens its rows. */
export function isInCell(
  person: CountedPerson,
  { line, column }: { readonly line: SheetLine; readonly column: SheetColumn },
  period: SheetPeriod,
  tags: readonly CareTag[],
): boolean {
  return columnsOf(person).includes(column) && linesOf(person, period, tags).includes(line)
}

/** Shape: by line and column how many people, each counted once per cell. */
export type SheetFigures = Readonly<Record<string, Readonly<Record<SheetColumn, number>>>>

/** Counts people into a sheet, one after the other. */
export function sheetCounter(
  period: SheetPeriod,
  tags: readonly CareTag[],
): { readonly figures: SheetFigures; readonly add: (person: CountedPerson) => void } {
  const figures = Object.fromEntries(sheetLines(tags).map((line) => [line, { all: 0, men: 0, women: 0 }]))
  const add = (person: CountedPerson) => {
    const columns = columnsOf(person)
    for (const line of linesOf(person, period, tags)) {
      const figure = figures[line]
      if (figure !== undefined) for (const column of columns) figure[column] += 1
    }
  }
  return { figures, add }
}

function columnsOf({ sex }: CountedPerson): readonly SheetColumn[] {
  if (sex === '1') return ['all', 'men']
  return sex === '2' ? ['all', 'women'] : ['all']
}

/** Every line somebody stands in. */
function linesOf(person: CountedPerson, period: SheetPeriod, tags: readonly CareTag[]): SheetLine[] {
  const changes = changesOf(person, period)
  if (!person.isHere) return changes
  const held = tags.filter((tag) => holds(person, tag, period.referenceOn))
  return [
    'total',
    ...ageLinesOf(person, period.referenceOn),
    `status:${person.residenceStatus}`,
    ...(held.length === 0 ? [] : (['tag:any'] as const)),
    ...held.map((tag) => `tag:${tag}` as const),
    ...changes,
  ]
}

function ageLinesOf({ birthWhen }: CountedPerson, on: CalendarDate): SheetLine[] {
  const birthOn = completeDate(birthWhen)
  if (birthOn === undefined) return ['age:unknown']
  const age = ageOn(birthOn, on)
  return lineKeys(ageLines).filter((line) => {
    const { minAge, maxAge } = ageLines[line]
    return age >= minAge && (maxAge === null || age <= maxAge)
  })
}

function holds({ careTags: held }: CountedPerson, tag: CareTag, on: CalendarDate): boolean {
  return held.some(
    ({ careTag, fromOn, toOn }) =>
      careTag === tag && (fromOn === null || fromOn <= on) && (toOn === null || toOn >= on),
  )
}

const lineOfEvent = {
  movedIn: 'change:movedIn',
  movedBack: 'change:movedIn',
  movedOut: 'change:movedOut',
  deathReported: null,
  deathConfirmed: 'change:died',
} as const satisfies Record<LifeEventKind, ChangeLine | null>

function changesOf({ birthWhen, events }: CountedPerson, { referenceOn, fromOn }: SheetPeriod): ChangeLine[] {
  const isWithin = (day: string) => day >= fromOn && day <= referenceOn
  const birthOn = completeDate(birthWhen)
  // Who was born elsewhere came by moving in.
  const isBorn = birthOn !== undefined && isWithin(birthOn) && isPresentOn(events, birthWhen, birthOn)
  const told = new Set(
    events.filter(({ happenedOn }) => isWithin(happenedOn)).map(({ kind }) => lineOfEvent[kind]),
  )
  return changeLines.filter((line) => (line === 'change:born' ? isBorn : told.has(line)))
}

// Object.keys forgets the key type; the tables are closed.
function lineKeys<Table extends object>(table: Table): (keyof Table & string)[] {
  return Object.keys(table) as (keyof Table & string)[]
}

/** Whether a text is a line of some sheet. */
export function isSheetLine(text: string): text is SheetLine {
  return (sheetLines(lineKeys(careTags)) as readonly string[]).includes(text)
}
