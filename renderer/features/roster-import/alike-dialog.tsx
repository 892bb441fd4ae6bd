import { Button, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import type { ImportCandidate, ImportRow } from '../../../domain/import-report.ts'
import { importQuestionLabels } from '../../../domain/labels/import.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import classes from './import.module.css'
import { useImportStore } from './import-store.ts'
import { useChoiceMaker } from './use-import-actions.ts'

const words = importQuestionLabels.alike
const nobody = 'nobody'

interface AlikeDialogProps {
  readonly row: ImportRow
  readonly focusAfter: RefObject<HTMLElement | null>
  readonly onDone: () => void
}

/** Asks whether a row is about somebody the ledger has. */
export function AlikeDialog({ row, focusAfter, onDone }: AlikeDialogProps) {
  const { preview, choices } = useImportStore()
  const choose = useChoiceMaker()
  const decision = choices.decisions.find(({ rowNumber }) => rowNumber === row.rowNumber)
  const [answer, setAnswer] = useState(answerOf(decision))
  const { data: candidates = [], error } = useQuery(
    ledgerQuery('import.candidates', { handle: preview?.handle ?? '', rowNumber: row.rowNumber }),
  )
  const decide = () => {
    const residentId = answer === nobody ? null : Number(answer)
    const others = choices.decisions.filter(({ rowNumber }) => rowNumber !== row.rowNumber)
    choose({ decisions: [...others, { rowNumber: row.rowNumber, residentId }] })
    onDone()
  }

  return (
    <ModalDialog
      title={words.title}
      width="wide"
      focusAfter={focusAfter}
      onCancel={onDone}
      actions={
        <>
          <Button size="md" variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
          <Button size="md" disabled={answer === null} onClick={decide}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <Text>{words.inFile(row)}</Text>
      <FailureNotice error={error} />
      <Radio.Group size="md" label={words.question} value={answer} onChange={setAnswer}>
        <Stack gap="sm" mt="sm">
          {candidates.map((candidate) => (
            <Radio
              size="md"
              key={candidate.residentId}
              value={String(candidate.residentId)}
              label={<CandidateText candidate={candidate} />}
            />
          ))}
          <Radio size="md" value={nobody} label={words.other(row.verdict)} />
        </Stack>
      </Radio.Group>
    </ModalDialog>
  )
}

function CandidateText({ candidate }: { readonly candidate: ImportCandidate }) {
  return (
    <>
      <span className={classes.issue}>{words.candidate(candidate)}</span>
      <span className={classes.issue}>{words.likeness[candidate.likeness]}</span>
    </>
  )
}

function answerOf(decision: { readonly residentId: number | null } | undefined): string | null {
  if (decision === undefined) return null
  return decision.residentId === null ? nobody : String(decision.residentId)
}
