import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { twoDigitYearReadings, type ImportPreview } from '../../../domain/import-report.ts'
import { importQuestionLabels } from '../../../domain/labels/import.zh.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useImportStore } from './import-store.ts'
import { useChoiceMaker, useIsDeciding } from './use-import-actions.ts'
import { ValuesDialog } from './values-dialog.tsx'

const words = importQuestionLabels

/** What the sheet leaves to the clerk: words nobody knows, years with two figures, empty cells. */
export function PreviewQuestions({ preview }: { readonly preview: ImportPreview }) {
  const [isAsking, setIsAsking] = useState(false)
  const { choices, decideError, viewChosen } = useImportStore()
  const choose = useChoiceMaker()
  const isDeciding = useIsDeciding()
  const { values, twoDigitYearCount, sheetDoors } = preview.questions
  const openCount = values.filter(({ isDecided }) => !isDecided).length
  const hasShortYears = twoDigitYearCount > 0 || choices.twoDigitYears !== 'refused'

  return (
    <>
      <FailureNotice error={decideError} />
      <Group gap="lg">
        {values.length > 0 && (
          <Button size="md" variant={openCount > 0 ? 'light' : 'default'} onClick={() => setIsAsking(true)}>
            {words.values.button(openCount, values.length)}
          </Button>
        )}
        {hasShortYears && (
          <NativeSelect
            aria-label={words.twoDigitYears.label}
            data={twoDigitYearReadings.map((value) => ({
              value,
              label: words.twoDigitYears.options[value](twoDigitYearCount),
            }))}
            value={choices.twoDigitYears}
            onChange={(event) => {
              const reading = twoDigitYearReadings.find((value) => value === event.currentTarget.value)
              choose({ twoDigitYears: reading ?? 'refused' })
            }}
          />
        )}
        {sheetDoors.length > 0 && (
          <Checkbox
            size="md"
            label={words.buildingFromSheet.label(sheetDoors)}
            checked={choices.isBuildingFromSheet}
            onChange={(event) => choose({ isBuildingFromSheet: event.currentTarget.checked })}
          />
        )}
        <Checkbox
          size="md"
          label={words.emptying.label}
          checked={choices.isEmptying}
          onChange={(event) => {
            const isEmptying = event.currentTarget.checked
            viewChosen(isEmptying ? 'emptied' : null)
            choose({ isEmptying })
          }}
        />
        <Text role="status">{isDeciding ? words.updating : ''}</Text>
      </Group>
      {isAsking && <ValuesDialog values={values} onDone={() => setIsAsking(false)} />}
    </>
  )
}
