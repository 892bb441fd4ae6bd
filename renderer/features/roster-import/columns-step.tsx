import { Alert, Button, Group, NativeSelect, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { importFieldLabel, importLabels } from '../../../domain/labels/import.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { ownFieldKey } from '../../../domain/own-field.ts'
import { type ImportColumn, importFields, importFieldSchema } from '../../../domain/roster-import.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useImportStore } from './import-store.ts'
import { useColumnMatcher } from './use-import-actions.ts'

const words = importLabels.columns

/** The second step: what each column of the sheet is imported as. */
export function ColumnsStep() {
  const { preview, mapping, stepShown } = useImportStore()
  const { matchColumn, isUpdating, error } = useColumnMatcher()
  const ownFields = useOwnFields()
  if (preview === null) return null
  const own = ownFields.filter(({ isRetired }) => !isRetired).map(({ id }) => ownFieldKey(id))
  const fieldOptions = [
    { value: '', label: words.ignore },
    ...[...importFields, ...own].map((field) => ({
      value: field,
      label: importFieldLabel(field, ownFields),
    })),
  ]
  const hasName = mapping.some((entry) => entry.field === 'name')

  return (
    <Paper p="lg" withBorder>
      <Stack gap="md">
        <Title order={2} size="h3">
          {words.heading}
        </Title>
        <Text>{words.help}</Text>
        {preview.rememberedAt !== null && (
          <Alert role="status">
            <Text>{words.remembered(chineseMoment(preview.rememberedAt))}</Text>
          </Alert>
        )}
        <FailureNotice error={error} />
        {!hasName && (
          <Alert color="orange" role="alert">
            {words.nameMissing}
          </Alert>
        )}
        <Table.ScrollContainer minWidth={640}>
          <Table aria-label={words.caption} verticalSpacing="xs" fz="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.column}</Table.Th>
                <Table.Th scope="col">{words.header}</Table.Th>
                <Table.Th scope="col">{words.examples}</Table.Th>
                <Table.Th scope="col">{words.field}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {preview.columns.map((column) => (
                <Table.Tr key={column.index}>
                  <Table.Td>{columnLetters(column.index)}</Table.Td>
                  <Table.Th scope="row">{column.header === '' ? words.noHeader : column.header}</Table.Th>
                  <Table.Td>{examplesText(column)}</Table.Td>
                  <Table.Td>
                    <NativeSelect
                      aria-label={words.fieldOf(
                        column.header === '' ? columnLetters(column.index) : column.header,
                      )}
                      data={fieldOptions}
                      value={mapping.find((entry) => entry.index === column.index)?.field ?? ''}
                      onChange={(event) => {
                        const field = importFieldSchema.safeParse(event.currentTarget.value)
                        matchColumn(column.index, field.success ? field.data : null)
                      }}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Text role="status">{isUpdating ? words.updating : ''}</Text>
        <Group justify="space-between">
          <Button size="lg" variant="default" onClick={() => stepShown('file')}>
            {words.back}
          </Button>
          <Button size="lg" disabled={!hasName || isUpdating} onClick={() => stepShown('preview')}>
            {words.next}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

function examplesText(column: ImportColumn): string {
  return column.examples.length === 0 ? words.noExamples : column.examples.join(words.exampleSeparator)
}

/** The column's name as spreadsheet programs write it: A, B, … Z, AA. */
function columnLetters(index: number): string {
  const head = index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : ''
  return head + String.fromCharCode(65 + (index % 26))
}
