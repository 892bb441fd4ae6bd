import { useState } from 'react'
import { mostClaimsAtOnce, type BoardElder } from '../../../domain/claim.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import type { RowSelection } from '../../ui/row-selection.ts'
import type { FetchRows } from '../../ui/row-window.ts'

const words = claimLabels.board

interface ElderSelection {
  readonly chosen: readonly BoardElder[]
  readonly isTooMany: boolean
  readonly clear: () => void
  readonly rows: RowSelection<BoardElder>
}

/** Who is chosen in the list of the board: at most as many as one request may be about. */
export function useElderSelection(fetchRows: FetchRows<BoardElder>): ElderSelection {
  const [chosen, setChosen] = useState<readonly BoardElder[]>([])
  const [isTooMany, setIsTooMany] = useState(false)
  const [areAllChosen, setAreAllChosen] = useState(false)
  const choose = (elders: readonly BoardElder[]) => {
    const unique = [...new Map(elders.map((elder) => [elder.residentId, elder])).values()]
    setIsTooMany(unique.length > mostClaimsAtOnce)
    setAreAllChosen(false)
    if (unique.length <= mostClaimsAtOnce) setChosen(unique)
  }
  const isChosen = ({ residentId }: BoardElder) => chosen.some((one) => one.residentId === residentId)
  return {
    chosen,
    isTooMany,
    clear: () => choose([]),
    rows: {
      isChosen,
      areAllChosen,
      isAnyChosen: chosen.length > 0,
      rowLabel: ({ name }) => words.row(name),
      allLabel: words.all,
      onToggle: (row) =>
        choose(
          isChosen(row) ? chosen.filter(({ residentId }) => residentId !== row.residentId) : [...chosen, row],
        ),
      beginStretch: () => (rows) => choose([...chosen, ...rows]),
      onStretchTooLong: () => setIsTooMany(true),
      onAll: () =>
        void fetchRows(0, mostClaimsAtOnce).then(
          ({ rows, totalCount }) => {
            choose(rows)
            setIsTooMany(totalCount > rows.length)
            setAreAllChosen(totalCount === rows.length)
          },
          // The list itself says that its rows can't be read.
          () => undefined,
        ),
      onNone: () => choose([]),
      // Names leave by the list of residents alone, which asks why.
      onCopy: () => undefined,
    },
  }
}
