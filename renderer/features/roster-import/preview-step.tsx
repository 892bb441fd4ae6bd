import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { grouped } from '../../../domain/labels/grouped.ts'
import { importLabels, importQuestionLabels, importVerdictLabels } from '../../../domain/labels/import.zh.ts'
import type { ImportView } from '../../../domain/import-report.ts'
import { importVerdicts } from '../../../domain/roster-import.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ImportRowsTable } from './import-rows-table.tsx'
import classes from './import.module.css'
import { useImportStore } from './import-store.ts'
import { PreviewQuestions } from './preview-questions.tsx'
import { SaveCorrected } from './save-files.tsx'
import { useImportApplier, useIsDeciding } from './use-import-actions.ts'

const words = importLabels.preview

/** The third step: what will happen to each row, before anything is written. */
export function PreviewStep() {
  const { file, preview, previewNumber, view, choices, isCancelled, applyError, stepShown, viewChosen } =
    useImportStore()
  const applier = useImportApplier()
  const isDeciding = useIsDeciding()
  if (preview === null) return null
  const { counts, questions } = preview
  const rowCount = counts.add + counts.update + counts.unchanged + counts.refuse
  const sheetNames = preview.sheetIndexes.map((index) => file?.sheets[index]?.name ?? '')
  const isNothingToImport = counts.add + counts.update === 0

  return (
    <Paper p="lg" withBorder className={classes.fill}>
      <Stack gap="md" className={classes.fill}>
        <Title order={2} size="h3">
          {words.heading}
        </Title>
        <Text>{words.help}</Text>
        {sheetNames.length > 1 && <Text fw={600}>{words.sheets(sheetNames)}</Text>}
        {isCancelled && <Alert role="status">{importLabels.apply.cancelled}</Alert>}
        {preview.hiddenRowCount > 0 && (
          <Alert color="yellow" role="status">
            <Text>{words.hiddenRows(preview.hiddenRowCount)}</Text>
          </Alert>
        )}
        <FailureNotice error={applyError} />
        <div role="group" aria-label={words.filterName} className={classes.figures}>
          <FigureButton
            label={words.all}
            count={rowCount}
            isPressed={view === null}
            onPress={() => viewChosen(null)}
          />
          {importVerdicts.map((each) => (
            <FigureButton
              key={each}
              view={each}
              label={importVerdictLabels[each]}
              count={counts[each]}
              isPressed={view === each}
              onPress={() => viewChosen(each)}
            />
          ))}
          {choices.isEmptying && (
            <FigureButton
              view="emptied"
              label={importQuestionLabels.emptying.figure}
              count={questions.emptiedCount}
              unit={importQuestionLabels.emptying.unit}
              isPressed={view === 'emptied'}
              onPress={() => viewChosen('emptied')}
            />
          )}
          {(questions.alikeCount > 0 || view === 'alike') && (
            <FigureButton
              view="alike"
              label={importQuestionLabels.alike.figure}
              count={questions.alikeCount}
              isPressed={view === 'alike'}
              onPress={() => viewChosen('alike')}
            />
          )}
        </div>
        <PreviewQuestions preview={preview} />
        <ImportRowsTable
          key={view ?? ''}
          handle={preview.handle}
          previewNumber={previewNumber}
          view={view}
          hasSeveralSheets={sheetNames.length > 1}
        />
        {isNothingToImport && <Text role="status">{words.nothingToImport}</Text>}
        {questions.alikeCount > 0 && (
          <Text role="status">{importQuestionLabels.alike.open(questions.alikeCount)}</Text>
        )}
        <Group justify="space-between">
          <Button size="lg" variant="default" onClick={() => stepShown('columns')}>
            {words.back}
          </Button>
          {questions.faultCount > 0 && <SaveCorrected handle={preview.handle} />}
          <Button
            size="lg"
            disabled={isNothingToImport || isDeciding}
            onClick={() => applier.mutate(preview.handle)}
          >
            {words.apply(counts)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

interface FigureButtonProps {
  readonly view?: ImportView
  readonly label: string
  readonly count: number
  readonly unit?: string
  readonly isPressed: boolean
  readonly onPress: () => void
}

function FigureButton({ view, label, count, unit = words.countUnit, isPressed, onPress }: FigureButtonProps) {
  return (
    <button
      type="button"
      className={classes.figure}
      data-verdict={view}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <span className={classes.figureLabel}>{label}</span>
      <span className={classes.figureCount}>{grouped(count)}</span>
      <span className={classes.figureUnit}>{unit}</span>
    </button>
  )
}
