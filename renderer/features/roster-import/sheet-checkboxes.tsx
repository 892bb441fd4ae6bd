import { Checkbox, Stack } from '@mantine/core'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { sheetObstacle } from '../../../domain/roster-import/sheet-choice.ts'
import type { ImportFile } from '../../../domain/roster-import.ts'
import classes from './import.module.css'
import { useImportStore } from './import-store.ts'

const words = importLabels.start

/** Which sheets of a file are imported in one go, and why others are not. */
export function SheetCheckboxes({ sheets }: Pick<ImportFile, 'sheets'>) {
  const { sheetIndexes, sheetsChosen } = useImportStore()
  return (
    <Checkbox.Group
      size="md"
      label={words.sheets}
      value={sheetIndexes.map(String)}
      onChange={(chosen) => sheetsChosen(chosen.map(Number).toSorted((one, other) => one - other))}
    >
      <Stack gap="sm" my="sm">
        {sheets.map(({ name, rowCount }, index) => {
          const obstacle = sheetObstacle(sheets, sheetIndexes, index)
          return (
            <Checkbox
              size="md"
              key={index}
              value={String(index)}
              label={words.sheetOption(name, rowCount)}
              description={obstacle === null ? undefined : words.obstacles[obstacle]}
              disabled={obstacle !== null}
              classNames={{ label: classes.sheetName }}
            />
          )
        })}
      </Stack>
    </Checkbox.Group>
  )
}
