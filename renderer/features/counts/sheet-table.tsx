import { Table, Text } from '@mantine/core'
import type { PopulationSheet } from '../../../domain/count-channels.ts'
import { countLabels, sheetLineLabel } from '../../../domain/labels/count.zh.ts'
import { grouped } from '../../../domain/labels/grouped.ts'
import {
  sectionOf,
  sheetColumns,
  type SheetColumn,
  type SheetLine,
} from '../../../domain/population-sheet.ts'
import classes from './counts.module.css'

const words = countLabels

interface SheetTableProps {
  readonly sheet: PopulationSheet
  readonly onOpen: (line: SheetLine, column: SheetColumn) => void
}

/** The sheet by its sections; every figure that is not nought is a way to its people. */
export function SheetTable({ sheet, onOpen }: SheetTableProps) {
  const sections = [...Map.groupBy(sheet.lines, ({ line }) => sectionOf(line))]
  return (
    <div className={classes.sections}>
      {sections.map(([section, lines]) => (
        <div key={section}>
          <Table aria-label={words.sections[section]} withTableBorder className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.sections[section]}</Table.Th>
                {sheetColumns.map((column) => (
                  <Table.Th key={column} scope="col" className={classes.figure}>
                    {words.columns[column]}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ line, figures }) => (
                <Table.Tr key={line}>
                  <Table.Th scope="row" fw={400}>
                    {sheetLineLabel(line)}
                  </Table.Th>
                  {sheetColumns.map((column) => (
                    <Table.Td key={column} className={classes.figure}>
                      {figures[column] === 0 ? (
                        0
                      ) : (
                        <button
                          type="button"
                          className={classes.open}
                          aria-label={words.open(
                            sheetLineLabel(line),
                            words.columns[column],
                            figures[column],
                          )}
                          onClick={() => onOpen(line, column)}
                        >
                          {grouped(figures[column])}
                        </button>
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {words.notes[section] !== undefined && (
            <Text size="sm" c="dimmed">
              {words.notes[section]}
            </Text>
          )}
        </div>
      ))}
    </div>
  )
}
