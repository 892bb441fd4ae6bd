import { Button } from '@mantine/core'
import { type RefObject, useState } from 'react'
import type { ImportRow } from '../../../domain/import-report.ts'
import {
  importChangeSentence,
  importIssueSentence,
  importQuestionLabels,
} from '../../../domain/labels/import.zh.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { AlikeDialog } from './alike-dialog.tsx'
import classes from './import.module.css'

const words = importQuestionLabels.alike

interface RowExplanationProps {
  readonly row: ImportRow
  /** The rows, which are drawn anew once something is decided. */
  readonly focusAfter: RefObject<HTMLElement | null>
}

/** What was found in a row, what it changes, and whom of the ledger it may be about. */
export function RowExplanation({ row, focusAfter }: RowExplanationProps) {
  const [isAsking, setIsAsking] = useState(false)
  const ownFields = useOwnFields()
  return (
    <>
      {row.issues.map((issue) => (
        <span
          key={`${issue.code}-${issue.field}-${issue.value ?? ''}`}
          className={classes.issue}
          data-refusal={issue.isRefusal}
        >
          {importIssueSentence(issue, ownFields)}
        </span>
      ))}
      {row.changes.map((change) => (
        <span key={change.field} className={classes.issue}>
          {importChangeSentence(change, ownFields)}
        </span>
      ))}
      {row.likeness !== null && (
        <span className={classes.issue}>
          {words.found(row.likeness, row.candidateCount)}{' '}
          <Button size="compact-md" variant="light" onClick={() => setIsAsking(true)}>
            {words.decided(row.decision)}
          </Button>
        </span>
      )}
      {isAsking && <AlikeDialog row={row} focusAfter={focusAfter} onDone={() => setIsAsking(false)} />}
    </>
  )
}
