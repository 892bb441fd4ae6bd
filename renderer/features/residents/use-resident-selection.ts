import { failureSentence } from '../../../domain/labels/failure.zh.ts'
import { selectionLabels } from '../../../domain/labels/selection.zh.ts'
import { ownFieldKey, type OwnField } from '../../../domain/own-field.ts'
import { isChosen, type ResidentSelection } from '../../../domain/resident-selection.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import type { RowSelection } from '../../ui/row-selection.ts'
import {
  beginStretch,
  choose,
  chooseTooMany,
  tellOfCopy,
  toggleChosen,
  useResidentsStore,
} from './residents-store.ts'

/** Who is chosen in the residents list, for the list itself, which has columns of these own fields. */
export function useResidentSelection(listed: readonly OwnField[]): RowSelection<ResidentRow> {
  const selection = useResidentsStore((store) => store.selection)
  const filter = useResidentsStore((store) => store.filter)
  return {
    isChosen: ({ id }) => isChosen(selection, id),
    areAllChosen: selection?.kind === 'shown' && selection.exceptIds.length === 0,
    isAnyChosen: selection !== null,
    rowLabel: ({ name }) => selectionLabels.row(name),
    allLabel: selectionLabels.all,
    onToggle: ({ id }) => toggleChosen(id),
    beginStretch: () => {
      const chooseStretch = beginStretch()
      return (rows) => chooseStretch(rows.map(({ id }) => id))
    },
    onStretchTooLong: chooseTooMany,
    onAll: () => choose({ kind: 'shown', filter, exceptIds: [] }),
    onNone: () => choose(null),
    onCopy: () => {
      if (selection !== null) void copyChosen(selection, listed)
    },
  }
}

/** Into the clipboard as the list shows them; how it went stands beside the count. */
async function copyChosen(selection: ResidentSelection, listed: readonly OwnField[]): Promise<void> {
  try {
    const ownColumns = listed.map(({ id }) => ownFieldKey(id))
    const { isCopied, rowCount } = await ask('residentList.copy', { selection, ownColumns })
    tellOfCopy(selection, isCopied ? selectionLabels.copied(rowCount) : selectionLabels.notCopied)
  } catch (error) {
    tellOfCopy(selection, failureSentence(failureOf(error)))
  }
}
