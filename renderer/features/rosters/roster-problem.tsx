import { Button, Group } from '@mantine/core'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { rosterFieldLabel } from '../../../domain/labels/roster.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import { rosterFontSizes, type Roster } from '../../../domain/roster.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { columnHeading, type RosterProblem } from '../../print/roster-layout.ts'
import { TroubleNotice } from '../../ui/failure-notice.tsx'
import { changeRoster } from './rosters-store.ts'

const words = rosterPageLabels.preview

/** As many columns as can be taken off by one button each. */
const mostButtons = 4

interface RosterProblemProps {
  readonly roster: Roster
  readonly problem: RosterProblem
}

/** Says which columns have no room on the sheet, and offers what would make room. */
export function RosterProblemNotice({ roster, problem }: RosterProblemProps) {
  const indexes = problem.kind === 'tooWide' ? problem.columnIndexes : [problem.columnIndex]
  const ownFields = useOwnFields()
  const names = indexes.map((index) => nameAt(roster, index, ownFields))
  const sentence =
    problem.kind === 'tooWide'
      ? words.tooWide(names, problem.overMm)
      : words.tooTall(problem.rowIndex + 1, names[0] ?? '')
  return (
    <TroubleNotice sentence={sentence}>
      <Group gap="xs" mt="sm">
        {fixesOf(roster).map(({ label, change }) => (
          <Button key={label} size="sm" variant="default" onClick={() => changeRoster(change)}>
            {label}
          </Button>
        ))}
        {roster.columns.length > 1 &&
          indexes.slice(0, mostButtons).map((index) => (
            <Button
              key={index}
              size="sm"
              variant="default"
              onClick={() => changeRoster({ columns: roster.columns.toSpliced(index, 1) })}
            >
              {words.fixes.fewer(nameAt(roster, index, ownFields))}
            </Button>
          ))}
      </Group>
    </TroubleNotice>
  )
}

function nameAt({ columns }: Roster, index: number, ownFields: readonly OwnField[]): string {
  const column = columns[index]
  return column === undefined ? '' : columnHeading(column, rosterFieldLabel(column.field, ownFields))
}

/** What makes room and isn't done yet. */
function fixesOf(roster: Roster): readonly { readonly label: string; readonly change: Partial<Roster> }[] {
  const smaller = rosterFontSizes.filter((size) => size < roster.fontSizePt).at(-1)
  return [
    ...(roster.orientation === 'portrait'
      ? [{ label: words.fixes.landscape, change: { orientation: 'landscape' } as const }]
      : []),
    ...(roster.columns.some(({ widthMm }) => widthMm !== null)
      ? [
          {
            label: words.fixes.auto,
            change: { columns: roster.columns.map((column) => ({ ...column, widthMm: null })) },
          },
        ]
      : []),
    ...(smaller === undefined ? [] : [{ label: words.fixes.smaller, change: { fontSizePt: smaller } }]),
    ...(roster.paper === 'A4' ? [{ label: words.fixes.a3, change: { paper: 'A3' } as const }] : []),
  ]
}
