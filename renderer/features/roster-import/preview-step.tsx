import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { grouped } from '../../../domain/labels/grouped.ts'
import { importLabels, importVerdictLabels } from '../../../domain/labels/import.zh.ts'
import { importVerdicts, type ImportVerdict } from '../../../domain/roster-import.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ImportRowsTable } from './import-rows-table.tsx'
import classes from './import.module.css'
import { useImportStore } from './import-store.ts'
import { useImportApplier } from './use-import-actions.ts'

const words = importLabels.preview

/** The third step: what will happen to each row, before anything is written. */
export function PreviewStep() {
  const { preview, previewNumber, verdict, isCancelled, applyError, stepShown, verdictChosen } =
    useImportStore()
  const applier = useImportApplier()
  if (preview === null) return null
  const { counts } = preview
  const rowCount = counts.add + counts.update + counts.unchanged + counts.refuse
  const isNothingToImport = counts.add + counts.update === 0

  return (
    <Paper p="lg" withBorder className={classes.fill}>
      <Stack gap="md" className={classes.fill}>
        <Title order={2} size="h3">
          {words.heading}
        </Title>
        <Text>{words.help}</Text>
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
            isPressed={verdict === null}
            onPress={() => verdictChosen(null)}
          />
          {importVerdicts.map((each) => (
            <FigureButton
              key={each}
              verdict={each}
              label={importVerdictLabels[each]}
              count={counts[each]}
              isPressed={verdict === each}
              onPress={() => verdictChosen(each)}
            />
          ))}
        </div>
        <ImportRowsTable
          key={`${previewNumber}-${verdict ?? ''}`}
          handle={preview.handle}
          previewNumber={previewNumber}
          verdict={verdict}
        />
        {isNothingToImport && <Text role="status">{words.nothingToImport}</Text>}
        <Group justify="space-between">
          <Button size="lg" variant="default" onClick={() => stepShown('columns')}>
            {words.back}
          </Button>
          <Button size="lg" disabled={isNothingToImport} onClick={() => applier.mutate(preview.handle)}>
            {words.apply(counts)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

interface FigureButtonProps {
  readonly verdict?: ImportVerdict
  readonly label: string
  readonly count: number
  readonly isPressed: boolean
  readonly onPress: () => void
}

function FigureButton({ verdict, label, count, isPressed, onPress }: FigureButtonProps) {
  return (
    <button
      type="button"
      className={classes.figure}
      data-verdict={verdict}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <span className={classes.figureLabel}>{label}</span>
      <span className={classes.figureCount}>{grouped(count)}</span>
      <span className={classes.figureUnit}>{words.countUnit}</span>
    </button>
  )
}
