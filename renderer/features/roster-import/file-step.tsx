import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconClipboardText, IconFileSpreadsheet } from '@tabler/icons-react'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import type { ImportFile } from '../../../domain/roster-import.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ImportProgress } from './import-progress.tsx'
import { useImportStore } from './import-store.ts'
import { LastImport } from './last-import.tsx'
import { SaveTemplate } from './save-files.tsx'
import { SheetCheckboxes } from './sheet-checkboxes.tsx'
import { StopImport } from './stop-import.tsx'
import { isCancellation, useFileChooser } from './use-import-actions.ts'

const words = importLabels.start

/** The first step: a file, and which of its sheets when it has several. */
export function FileStep() {
  const file = useImportStore((state) => state.file)
  const { chooser, sheetReader } = useFileChooser()
  const error = chooser.error ?? sheetReader.error
  const isReading = chooser.isPending || sheetReader.isPending
  useHotkeys([['mod+V', () => isReading || chooser.mutate('import.paste')]])
  const isAsking = file !== null && (file.sheets.length > 1 || file.importedBefore !== null)

  return (
    <Stack gap="lg">
      <Paper p="xl" withBorder>
        <Stack gap="md" align="flex-start">
          <Title order={2} size="h3">
            {words.heading}
          </Title>
          <Text>{words.help}</Text>
          <Text>{words.needs}</Text>
          <FailureNotice error={isCancellation(error) ? null : error} />
          <Group>
            <Button
              size="lg"
              variant={isAsking ? 'default' : 'filled'}
              leftSection={<IconFileSpreadsheet aria-hidden="true" />}
              loading={chooser.isPending && chooser.variables === 'import.chooseFile'}
              disabled={isReading}
              onClick={() => chooser.mutate('import.chooseFile')}
            >
              {isAsking ? words.chooseOther : words.choose}
            </Button>
            <Button
              size="lg"
              variant="default"
              leftSection={<IconClipboardText aria-hidden="true" />}
              loading={chooser.isPending && chooser.variables === 'import.paste'}
              disabled={isReading}
              onClick={() => chooser.mutate('import.paste')}
            >
              {words.paste}
            </Button>
          </Group>
          {!isAsking && <Text>{words.pasteHelp}</Text>}
          {!isAsking && <SaveTemplate />}
          {isAsking && (
            <SheetChoice
              file={file}
              isReading={isReading}
              onRead={(sheetIndexes) => sheetReader.mutate({ handle: file.handle, sheetIndexes })}
            />
          )}
          {isReading && <ImportProgress task="importRead" waitingText={words.reading} />}
          {isReading && <StopImport label={words.stop} />}
          <Text role="status">{isCancellation(error) ? words.stopped : ''}</Text>
        </Stack>
      </Paper>
      <LastImport />
    </Stack>
  )
}

interface SheetChoiceProps {
  readonly file: ImportFile
  readonly isReading: boolean
  readonly onRead: (sheetIndexes: readonly number[]) => void
}

function SheetChoice({ file, isReading, onRead }: SheetChoiceProps) {
  const sheetIndexes = useImportStore((state) => state.sheetIndexes)
  return (
    <Stack gap="md">
      <Text fw={600}>{words.file(file.fileName)}</Text>
      {file.importedBefore !== null && (
        <Alert color="orange" role="alert">
          <Text>
            {words.importedBefore(file.importedBefore, chineseMoment(file.importedBefore.importedAt))}
          </Text>
        </Alert>
      )}
      {file.sheets.length > 1 && <SheetCheckboxes sheets={file.sheets} />}
      <Group>
        <Button
          size="lg"
          disabled={isReading || sheetIndexes.length === 0}
          onClick={() => onRead(sheetIndexes)}
        >
          {words.next}
        </Button>
      </Group>
    </Stack>
  )
}
