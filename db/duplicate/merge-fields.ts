import { mergedPeriod } from '../../domain/duplicate/merged-period.ts'
import { joinedText } from '../../domain/duplicate/merged-visit.ts'
import { comparedNumber, isOneErrorApart } from '../../domain/duplicate/number-agreement.ts'
import {
  mayChooseMergeField,
  mergeFields,
  type MergeChoice,
  type MergeField,
  type MergeRequest,
} from '../../domain/duplicate-merge.ts'
import { longestNote } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import { columnsOfMerge } from './merge-columns.ts'
import { joinedContent } from './merge-sealed.service.ts'
import type { TableRow } from './table-row.ts'

/** Whose value of each field is taken; what this member of staff may not write is not theirs to choose. */
export function choicesOf(
  choices: MergeRequest['choices'],
  kept: TableRow,
  actor: Actor,
): Readonly<Record<MergeField, MergeChoice>> {
  const chosen = mergeFields.map((field): [MergeField, MergeChoice] => {
    const isNothingKept = columnsOfMerge[field].every((column) => (kept[column] ?? '') === '')
    if (!mayChooseMergeField(actor, field)) return [field, isNothingKept ? 'merged' : 'kept']
    return [field, choices[field] ?? (isNothingKept ? 'merged' : 'kept')]
  })
  // Every field is among those the entries were made from.
  return Object.fromEntries(chosen) as Record<MergeField, MergeChoice>
}

/** The columns of the kept record that change, and what they become. */
export function chosenColumns(
  choices: Readonly<Record<MergeField, MergeChoice>>,
  kept: TableRow,
  merged: TableRow,
): TableRow {
  const changes: Record<string, string | number | null> = {}
  for (const field of mergeFields) {
    for (const column of columnsOfMerge[field]) {
      const [mine, theirs] = [kept[column] ?? null, merged[column] ?? null]
      const value =
        choices[field] === 'kept'
          ? mine
          : choices[field] === 'merged'
            ? theirs
            : joinedText(String(mine ?? ''), String(theirs ?? ''), '\n', longestNote)
      // Nobody is married to oneself.
      const isSelf = column === 'spouseId' && (value === kept['id'] || value === merged['id'])
      const wanted = isSelf ? null : value
      if (wanted !== mine) changes[column] = wanted
    }
  }
  return changes
}

/** The document that was not chosen, as one more of the kept record's; null when it was only a misreading of the other. */
export function otherDocument(
  choice: MergeChoice,
  kept: TableRow,
  merged: TableRow,
): { readonly documentType: string; readonly number: string; readonly isFormer: number } | null {
  const [chosen, other] = choice === 'merged' ? [merged, kept] : [kept, merged]
  const [documentType, number] = [String(other['idDocumentType']), other['idNumber']]
  if (typeof number !== 'string') return null
  const [right, left] = [comparedNumber(String(chosen['idNumber'] ?? '')).text, comparedNumber(number).text]
  if (right === left || isOneErrorApart(right, left)) return null
  return { documentType, number, isFormer: Number(documentType === chosen['idDocumentType']) }
}

/** What a row of the kept record becomes by the other's row about the same thing. */
export function joinedRow(kept: TableRow, merged: TableRow): TableRow {
  const period = mergedPeriod(periodOf(kept), periodOf(merged))
  const [note, other] = [kept['note'], merged['note']]
  const [content, otherContent] = [kept['content'], merged['content']]
  return {
    ...period,
    ...(typeof note === 'string' && typeof other === 'string'
      ? { note: joinedText(note, other, '\n', 1000) }
      : {}),
    ...(typeof content === 'string' && typeof otherContent === 'string'
      ? { content: joinedContent(content, otherContent) }
      : {}),
  }
}

function periodOf(row: TableRow) {
  const day = (column: string) => {
    const value = row[column]
    return typeof value === 'string' ? value : null
  }
  return { fromOn: day('fromOn'), toOn: day('toOn') }
}
