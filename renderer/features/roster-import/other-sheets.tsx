import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { sheetGroups } from '../../../domain/roster-import/sheet-choice.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useImportStore } from './import-store.ts'
import { useFileChooser } from './use-import-actions.ts'

const words = importLabels.result

/** The sheets of the file that nobody has imported yet, so that none is forgotten. */
export function OtherSheets() {
  const { file, doneSheets, sheetsChosen } = useImportStore()
  const { sheetReader } = useFileChooser()
  if (file === null) return null
  const groups = sheetGroups(file.sheets)
    .map((group) => group.filter((index) => !doneSheets.includes(index)))
    .filter((group) => group.length > 0)
  if (groups.length === 0) return null
  return (
    <Alert color="orange" role="status">
      <Stack gap="sm" align="flex-start">
        <Text>{words.otherSheets(groups.flat().length)}</Text>
        <FailureNotice error={sheetReader.error} />
        <Group gap="sm">
          {groups.map((group) => (
            <Button
              key={group.join()}
              size="md"
              variant="default"
              disabled={sheetReader.isPending}
              onClick={() => {
                sheetsChosen(group)
                sheetReader.mutate({ handle: file.handle, sheetIndexes: group })
              }}
            >
              {words.goOnWith(group.map((index) => file.sheets[index]?.name ?? ''))}
            </Button>
          ))}
        </Group>
      </Stack>
    </Alert>
  )
}
