import { diaryMatters } from '../../../domain/codes/diary-matter.ts'
import { diaryFieldLabels, diaryLabels } from '../../../domain/labels/diary.zh.ts'
import type { FieldVersions, VersionChoice } from '../../ui/versions.ts'
import type { DiaryValues } from './diary-form-schema.ts'

type Shown = Exclude<keyof DiaryValues, 'staffId' | 'visitTaskId' | 'phoneCallId'>

const matterNames: Readonly<Record<string, string>> = diaryMatters
const yesNo = (isSet: boolean) => (isSet ? diaryLabels.yes : diaryLabels.no)

/** How each field is told where two versions are compared. */
const shown: { readonly [K in Shown]: readonly [label: string, text: (values: DiaryValues) => string] } = {
  entryOn: [diaryFieldLabels.entryOn, ({ entryOn }) => entryOn ?? ''],
  place: [diaryFieldLabels.place, ({ place }) => place],
  weather: [diaryFieldLabels.weather, ({ weather }) => weather],
  people: [
    diaryFieldLabels.people,
    ({ people }) => people.map(({ name }) => name).join(diaryLabels.list.separator),
  ],
  matter: [diaryFieldLabels.matter, ({ matter }) => matterNames[matter ?? ''] ?? ''],
  heard: [diaryFieldLabels.heard, ({ heard }) => heard],
  handling: [diaryFieldLabels.handling, ({ handling }) => handling],
  result: [diaryFieldLabels.diaryResult, ({ result }) => result],
  needsFollowUp: [diaryFieldLabels.needsFollowUp, ({ needsFollowUp }) => yesNo(needsFollowUp)],
  followUpOn: [diaryFieldLabels.followUpOn, ({ followUpOn }) => followUpOn ?? ''],
  isSealed: [diaryFieldLabels.isSealed, ({ isSealed }) => yesNo(isSealed)],
}

// Object.keys forgets the key type; the table is closed.
const fields = Object.keys(shown) as Shown[]

/** An entry as the form was filled from, as it was typed and as somebody else saved it. */
export function diaryVersions(base: DiaryValues, mine: DiaryValues, theirs: DiaryValues): FieldVersions[] {
  return fields.map((key) => {
    const [label, text] = shown[key]
    return {
      key,
      label,
      values: { base: base[key], mine: mine[key], theirs: theirs[key] },
      texts: { mine: text(mine), theirs: text(theirs) },
    }
  })
}

/** The form with each field as it was chosen; what nobody chose is theirs. */
export function chosenDiary(
  mine: DiaryValues,
  theirs: DiaryValues,
  choices: ReadonlyMap<string, VersionChoice>,
): DiaryValues {
  const kept = Object.entries(mine).filter(([key]) => choices.get(key) === 'mine')
  return { ...theirs, ...Object.fromEntries(kept) }
}
