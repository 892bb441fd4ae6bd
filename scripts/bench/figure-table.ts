import { isMet, ratioOf, type Figure } from './figure.ts'

const headings = ['figure', 'ours', 'beside it', 'ratio', 'target', ''] as const

/** The figures as lines of aligned columns. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(cellsOf)]
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) => row.map((cell, column) => aligned(cell, column, widths)).join('  '))
  return lines.map((line) => line.trimEnd()).join('\n')
}

function cellsOf(figure: Figure): readonly string[] {
  const ratio = ratioOf(figure)
  return [
    figure.name,
    amount(figure.ours, figure.unit),
    figure.peer === null ? figure.peerName : `${amount(figure.peer, figure.unit)} ${figure.peerName}`,
    ratio === null ? '-' : ratio.toFixed(2),
    targetWords(figure),
    verdict(figure),
  ]
}

function targetWords({ target, unit }: Figure): string {
  if (target === null) return '-'
  return target.kind === 'ratio' ? `ratio <= ${target.most.toFixed(2)}` : `<= ${amount(target.most, unit)}`
}

function verdict(figure: Figure): string {
  switch (isMet(figure)) {
    case true:
      return 'met'
    case false:
      return 'MISSED'
    case null:
      return ''
  }
}

function amount(value: number, unit: Figure['unit']): string {
  const digits = unit === 's' ? 2 : value < 10 ? 2 : value < 100 ? 1 : 0
  return `${value.toFixed(digits)} ${unit}`
}

/** Words to the left, numbers to the right. */
function aligned(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0
  return column === 1 || column === 3 ? cell.padStart(width) : cell.padEnd(width)
}
