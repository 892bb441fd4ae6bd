import { rosterPaperLabels } from '../../domain/labels/roster.zh.ts'
import type { RosterLine, RosterMeasure } from './roster-pages.ts'

export interface RosterGroup {
  readonly name: string
  readonly rowCount: number
}

/** Shape: a line that goes over the whole width of the table. */
type WholeLine = Exclude<RosterLine, { kind: 'row' }>

/** What is printed on a heading or a sum. */
export function lineText(line: WholeLine, groups: readonly RosterGroup[]): string {
  if (line.groupIndex === null)
    return rosterPaperLabels.total(groups.reduce((sum, { rowCount }) => sum + rowCount, 0))
  const group = groups[line.groupIndex]
  if (group === undefined) return ''
  if (line.kind === 'sum') return rosterPaperLabels.subtotal(group.rowCount)
  const after = line.isContinued
    ? rosterPaperLabels.groupContinued
    : rosterPaperLabels.groupCount(group.rowCount)
  return `${group.name}${after}`
}

/** Every heading and sum that may stand on some sheet, wherever the pages turn. */
export function lineTexts(
  groups: readonly RosterGroup[],
  { hasHeadings, hasGroupSums, hasTotal }: Pick<RosterMeasure, 'hasHeadings' | 'hasGroupSums' | 'hasTotal'>,
): ReadonlySet<string> {
  const lines = groups.flatMap((_, groupIndex): WholeLine[] => [
    ...(hasHeadings
      ? [false, true].map((isContinued) => ({ kind: 'heading', groupIndex, isContinued }) as const)
      : []),
    ...(hasGroupSums ? [{ kind: 'sum', groupIndex } as const] : []),
  ])
  if (hasTotal) lines.push({ kind: 'sum', groupIndex: null })
  return new Set(lines.map((line) => lineText(line, groups)))
}
