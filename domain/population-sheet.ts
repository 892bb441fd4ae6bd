import { ageOn } from './age.ts'
import { completeDate, type CalendarDate, type PartialDate } from './calendar-date.ts'
import { careTags, type CareTag } from './codes/care-tag.ts'
import { residenceStatuses, type ResidenceStatus } from './codes/residence-status.ts'
import type { Sex } from './codes/sex.ts'
import type { LifeEventKind } from './life-event.ts'

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
  readonly events: readonly { readonly kind: LifeEventKind; readonly happenedOn: string }[]
}

/** Shape: the day that states are told of, and the first day of the period that changes are told of. */
export interface SheetPeriod {
  readonly referenceOn: CalendarDate
  readonly fromOn: CalendarDate
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
  if (column === 'men' && person.sex !== '1') return false
  if (column === 'women' && person.sex !== '2') return false
  return isInLine(person, line, period, tags)
}

function isInLine(
  person: CountedPerson,
  line: SheetLine,
  { referenceOn, fromOn }: SheetPeriod,
  tags: readonly CareTag[],
): boolean {
  const [kind, what = ''] = line.split(':')
  if (kind === 'change') return isInChange(person, what, { referenceOn, fromOn })
  if (!person.isHere) return false
  const birthOn = completeDate(person.birthWhen)
  if (kind === 'total') return true
  if (line === 'age:unknown') return birthOn === undefined
  if (line in ageLines) {
    // Checked just before.
    const { minAge, maxAge } = ageLines[line as AgeLine]
    if (birthOn === undefined) return false
    const age = ageOn(birthOn, referenceOn)
    return age >= minAge && (maxAge === null || age <= maxAge)
  }
  if (kind === 'status') return person.residenceStatus === what
  return tags.some((tag) => (what === 'any' || what === tag) && holds(person, tag, referenceOn))
}

function holds({ careTags: held }: CountedPerson, tag: CareTag, on: CalendarDate): boolean {
  return held.some(
    ({ careTag, fromOn, toOn }) =>
      careTag === tag && (fromOn === null || fromOn <= on) && (toOn === null || toOn >= on),
  )
}

function isInChange(person: CountedPerson, what: string, { referenceOn, fromOn }: SheetPeriod): boolean {
  const isWithin = (day: string) => day >= fromOn && day <= referenceOn
  if (what === 'born') {
    const birthOn = completeDate(person.birthWhen)
    return birthOn !== undefined && isWithin(birthOn)
  }
  const kinds: Readonly<Record<string, readonly LifeEventKind[]>> = {
    movedIn: ['movedIn', 'movedBack'],
    movedOut: ['movedOut'],
    died: ['deathConfirmed'],
  }
  return person.events.some(
    ({ kind, happenedOn }) => (kinds[what] ?? []).includes(kind) && isWithin(happenedOn),
  )
}

/** Shape: by line and column how many people, each counted once per cell. */
export type SheetFigures = Readonly<Record<string, Readonly<Record<SheetColumn, number>>>>

export function countSheet(
  people: readonly CountedPerson[],
  period: SheetPeriod,
  tags: readonly CareTag[],
): SheetFigures {
  return Object.fromEntries(
    sheetLines(tags).map((line) => {
      const inLine = people.filter((person) => isInLine(person, line, period, tags))
      const ofSex = (sex: Sex) => inLine.filter((person) => person.sex === sex).length
      return [line, { all: inLine.length, men: ofSex('1'), women: ofSex('2') }]
    }),
  )
}

// Object.keys forgets the key type; the tables are closed.
function lineKeys<Table extends object>(table: Table): (keyof Table & string)[] {
  return Object.keys(table) as (keyof Table & string)[]
}

/** Whether a text is a line of some sheet. */
export function isSheetLine(text: string): text is SheetLine {
  return (sheetLines(lineKeys(careTags)) as readonly string[]).includes(text)
}
