import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useImportStore } from './import-store.ts'
import { useFileChooser } from './use-import-actions.ts'

const words = importLabels.result

/** The sheets of the file that nobody has imported yet, so that none is forgotten. */
export function OtherSheets() {
  const { file, doneSheets, sheetChosen } = useImportStore()
  const { sheetReader } = useFileChooser()
  const others = (file?.sheets ?? []).flatMap(({ name }, index) =>
    doneSheets.includes(index) ? [] : [{ name, index }],
  )
  if (file === null || others.length === 0) return null
  return (
    <Alert color="orange" role="status">
      <Stack gap="sm" align="flex-start">
        <Text>{words.otherSheets(others.length)}</Text>
        <FailureNotice error={sheetReader.error} />
        <Group gap="sm">
          {others.map(({ name, index }) => (
            <Button
              key={index}
              size="md"
              variant="default"
              disabled={sheetReader.isPending}
              onClick={() => {
                sheetChosen(index)
                sheetReader.mutate({ handle: file.handle, sheetIndex: index })
              }}
            >
              {words.goOnWith(name)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Alert>
  )
}
