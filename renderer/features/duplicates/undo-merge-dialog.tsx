import { Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'wouter'
import type { MergeRow } from '../../../domain/duplicate-merge.ts'
import { duplicateLabels, mergeUndoText } from '../../../domain/labels/duplicate.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'

const words = duplicateLabels.merges

interface UndoMergeDialogProps {
  readonly row: MergeRow
  readonly onClose: () => void
  /** With what it did, in a sentence. */
  readonly onUndone: (sentence: string) => void
}

/** Takes one merge back, once it was asked for a second time. */
export function UndoMergeDialog({ row, onClose, onUndone }: UndoMergeDialogProps) {
  const textId = useId()
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => ask('duplicate.undoMerge', { mergeId: row.id }),
    onSuccess: (undone) => {
      void queries.invalidateQueries()
      onUndone(mergeUndoText(undone))
    },
  })
  const isUndone = row.undoneAt !== null
  return (
    <ModalDialog
      title={words.undoTitle(row.mergedName)}
      textId={textId}
      onCancel={onClose}
      actions={
        <>
          <Button variant="default" disabled={undo.isPending} onClick={onClose}>
            {words.close}
          </Button>
          <Button component={Link} href={`/residents/${String(row.keptId)}`} variant="default">
            {words.openKept}
          </Button>
          {!isUndone && (
            <Button loading={undo.isPending} onClick={() => undo.mutate()}>
              {words.undo}
            </Button>
          )}
        </>
      }
    >
      <Text id={textId}>{isUndone ? words.alreadyUndone : words.undoText}</Text>
      <FailureNotice error={undo.error} />
    </ModalDialog>
  )
}
