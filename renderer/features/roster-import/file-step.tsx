import { Alert, Button, Group, Paper, Radio, Stack, Text, Title } from '@mantine/core'
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
import { StopImport } from './stop-import.tsx'
import { isCancellation, useFileChooser } from './use-import-actions.ts'

const words = importLabels.start

/** The first step: a file, and a sheet when the file has several. */
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
              onRead={(sheetIndex) => sheetReader.mutate({ handle: file.handle, sheetIndex })}
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
  readonly onRead: (sheetIndex: number) => void
}

function SheetChoice({ file, isReading, onRead }: SheetChoiceProps) {
  const sheetIndex = useImportStore((state) => state.sheetIndex)
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
      {file.sheets.length > 1 && <SheetRadios file={file} />}
      <Group>
        <Button size="lg" disabled={isReading} onClick={() => onRead(sheetIndex)}>
          {words.next}
        </Button>
      </Group>
    </Stack>
  )
}

function SheetRadios({ file }: { readonly file: ImportFile }) {
  const { sheetIndex, sheetChosen } = useImportStore()
  return (
    <Radio.Group
      label={words.sheet}
      value={String(sheetIndex)}
      onChange={(value) => sheetChosen(Number(value))}
    >
      <Stack gap="sm" my="sm">
        {file.sheets.map((sheet, index) => (
          <Radio key={index} value={String(index)} label={words.sheetOption(sheet.name, sheet.rowCount)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
