import { Button, NativeSelect, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportValue, ImportValueFound } from '../../../domain/import-report.ts'
import { importFieldLabel, importQuestionLabels } from '../../../domain/labels/import.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import { codeFieldOf } from '../../../domain/roster-import/own-columns.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import classes from './import.module.css'
import { useChoiceMaker } from './use-import-actions.ts'

const words = importQuestionLabels.values

/** No code table has these as codes. */
const undecided = ''
const nothing = '-'

interface ValuesDialogProps {
  readonly values: readonly ImportValueFound[]
  readonly onDone: () => void
}

/** Asks once for each word that no code table knows what it means. */
export function ValuesDialog({ values, onDone }: ValuesDialogProps) {
  const choose = useChoiceMaker()
  const ownFields = useOwnFields()
  const [answers, setAnswers] = useState(() => values.map(answerOf))
  const decide = () => {
    choose({ values: values.flatMap((value, position) => choiceOf(value, answers[position])) })
    onDone()
  }

  return (
    <ModalDialog
      title={words.title}
      width="wide"
      onCancel={onDone}
      actions={
        <>
          <Button size="md" variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
          <Button size="md" onClick={decide}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <Text>{words.help}</Text>
      <div className={classes.dialogScroller}>
        <Table aria-label={words.title} verticalSpacing="xs" fz="md" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.column}</Table.Th>
              <Table.Th scope="col">{words.text}</Table.Th>
              <Table.Th scope="col">{words.rows}</Table.Th>
              <Table.Th scope="col">{words.meaning}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {values.map((value, position) => (
              <Table.Tr key={`${value.field}-${value.text}`}>
                <Table.Td>{importFieldLabel(value.field, ownFields)}</Table.Td>
                <Table.Th scope="row">{value.text}</Table.Th>
                <Table.Td>{words.rowCount(value.rowCount)}</Table.Td>
                <Table.Td>
                  <NativeSelect
                    aria-label={words.meaningOf(value.text)}
                    data={optionsOf(value, ownFields)}
                    value={answers[position] ?? undecided}
                    onChange={(event) => setAnswers(answers.with(position, event.currentTarget.value))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </ModalDialog>
  )
}

function answerOf({ isDecided, code }: ImportValueFound): string {
  return isDecided ? (code ?? nothing) : undecided
}

function choiceOf({ field, text }: ImportValueFound, answer = undecided): ImportValue[] {
  return answer === undecided ? [] : [{ field, text, code: answer === nothing ? null : answer }]
}

function optionsOf({ field }: ImportValueFound, ownFields: readonly OwnField[]) {
  const codes = codeOptions(codeFieldOf(field, ownFields)?.codes ?? {})
  return [
    { value: undecided, label: words.open },
    ...codes.map(([value, label]) => ({ value, label })),
    { value: nothing, label: words.nothing },
  ]
}
