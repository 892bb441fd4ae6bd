import { addressText } from '../../domain/address.ts'
import { ageOn } from '../../domain/age.ts'
import { completeDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { careTags } from '../../domain/codes/care-tag.ts'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import { residentText } from '../../domain/labels/resident-text.zh.ts'
import type { BuiltInColumn, ListColumn } from '../../domain/list-column.ts'
import { maskBirth } from '../../domain/mask.ts'
import { withMaskedNumbers } from '../../domain/masked-numbers.ts'
import { ownCell } from '../../domain/own-cell.ts'
import { isOwnFieldKey, type OwnField } from '../../domain/own-field.ts'
import type { PaperNumbers } from '../../domain/paper-stamp.ts'
import { mayRead, mayReadCareTag } from '../../domain/record-access.ts'
import { presenceSchema, type ResidentDraft } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import { allOwnValues, storedDraft, type StoredResident } from '../resident/resident.table.ts'

interface CellRules {
  readonly actor: Actor
  readonly todayOn: CalendarDate
  readonly numbers: PaperNumbers
  readonly columns: readonly ListColumn[]
  readonly spouseNames: ReadonlyMap<number, string>
  readonly ownFields: readonly OwnField[]
}

/** Shape: the texts of one person's row, as far as whoever asks may see them. */
export function listCells(stored: StoredResident, rules: CellRules): string[] {
  const draft = shownDraft(storedDraft(stored), rules)
  return rules.columns.map((column) => cellText(column, draft, stored, rules))
}

function cellText(
  column: ListColumn,
  draft: ResidentDraft,
  stored: StoredResident,
  rules: CellRules,
): string {
  if (isOwnFieldKey(column)) return ownCell(column, allOwnValues(stored), rules)
  return isMade(column) ? madeCells[column](draft, stored, rules) : residentText(column, draft[column])
}

type MadeCell = (draft: ResidentDraft, stored: StoredResident, rules: CellRules) => string

/** What is not the plain text of a field. */
const madeCells = {
  age: (_draft, stored, { todayOn }) => {
    const birthOn = completeDate(storedDraft(stored).birthWhen)
    return birthOn === undefined ? '' : String(ageOn(birthOn, todayOn))
  },
  address: ({ dwelling, currentAddress }) => addressText(dwelling, currentAddress),
  phone: ({ phones }) => phones[0]?.number ?? '',
  building: ({ dwelling }) => dwelling?.building ?? '',
  unit: ({ dwelling }) => dwelling?.unit ?? '',
  room: ({ dwelling }) => dwelling?.room ?? '',
  presence: (_draft, { record }) => residentLabels.presence[presenceSchema.parse(record.presence)],
  careTags: (draft, _stored, { todayOn }) =>
    draft.careTags
      .filter(({ fromOn, toOn }) => (fromOn ?? todayOn) <= todayOn && (toOn ?? todayOn) >= todayOn)
      .map(({ careTag }) => careTags[careTag])
      .join(residentLabels.list.careTagSeparator),
  spouseId: ({ spouseId }, _stored, { spouseNames }) =>
    spouseId === null ? '' : (spouseNames.get(spouseId) ?? ''),
} as const satisfies Readonly<Record<string, MadeCell>>

function isMade(column: BuiltInColumn): column is keyof typeof madeCells {
  return column in madeCells
}

function shownDraft(draft: ResidentDraft, { actor, numbers, columns }: CellRules): ResidentDraft {
  // Beside a masked number the day of birth would leave little of it to guess.
  const isDayShown =
    mayRead(actor, 'birthDay') &&
    (numbers === 'all' || !(columns.includes('idNumber') || columns.includes('otherDocuments')))
  const { birthWhen } = draft
  return {
    ...withMaskedNumbers(draft, numbers),
    birthWhen: isDayShown || birthWhen === null ? birthWhen : maskBirth(birthWhen),
    lunarBirth: isDayShown ? draft.lunarBirth : null,
    careTags: draft.careTags.filter(({ careTag }) => mayReadCareTag(actor, careTag)),
  }
}
