import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import type { ImportRun } from '../../../domain/roster-import.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useImportUndo } from './use-import-actions.ts'

/** Takes an import back after asking, and says what was removed, restored and kept. */
export function UndoImport({ run }: { readonly run: ImportRun }) {
  const [isAsking, setIsAsking] = useState(false)
  const undo = useImportUndo()
  const isUndone = run.undoneAt !== null || undo.isSuccess

  return (
    <Stack gap="sm" align="flex-start">
      <Text role="status" fw={isUndone ? 600 : undefined}>
        {undoneText(isUndone, undo.data)}
      </Text>
      <FailureNotice error={undo.error} />
      {!isUndone && (
        <Button variant="default" loading={undo.isPending} onClick={() => setIsAsking(true)}>
          {importLabels.undo.button}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={importLabels.undo.title}
        text={importLabels.undo.text(run.addedCount, run.updatedCount)}
        confirmLabel={importLabels.undo.confirm}
        cancelLabel={importLabels.undo.cancel}
        isDangerous
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false)
          undo.mutate()
        }}
      />
    </Stack>
  )
}

function undoneText(
  isUndone: boolean,
  result: Parameters<typeof importLabels.undo.done>[0] | undefined,
): string {
  if (result !== undefined) return importLabels.undo.done(result)
  return isUndone ? importLabels.last.undone : ''
}
