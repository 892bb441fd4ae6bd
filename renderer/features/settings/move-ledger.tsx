import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ChannelOutput } from '../../../domain/contract.ts'
import { ledgerFolderLabels as words } from '../../../domain/labels/ledger-folder.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask, LedgerFailure } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { MoveLedgerDialog } from './move-ledger-dialog.tsx'

type ChosenFolder = NonNullable<ChannelOutput<'setup.chooseFolder'>>

/** Throws: folderUnchanged when it is the folder the ledger is in. */
async function chooseOther(folder: string): Promise<ChosenFolder | null> {
  const chosen = await ask('setup.chooseFolder', {})
  if (chosen?.folder === folder) throw new LedgerFailure({ code: 'folderUnchanged' })
  return chosen
}

interface MoveLedgerProps {
  readonly folder: string
}

/** Moves the ledger to another folder: choose it, see where it goes, wait. */
export function MoveLedger({ folder }: MoveLedgerProps) {
  const queries = useQueryClient()
  const button = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<ChosenFolder | null>(null)
  const close = () => setChosen(null)
  const moving = useMutation({
    mutationFn: (folderHandle: string) => ask('settings.moveLedger', { folderHandle }),
    onSuccess: ({ state }) => queries.setQueryData(appStateQuery.queryKey, state),
    // The ledger was closed and opened again, whichever one it is.
    onError: () => queries.invalidateQueries({ queryKey: appStateQuery.queryKey }),
    onSettled: close,
  })
  const choosing = useMutation({
    mutationFn: () => chooseOther(folder),
    onMutate: () => moving.reset(),
    onSuccess: setChosen,
  })
  const moved = moving.data

  return (
    <Stack gap="sm" align="flex-start">
      <Button ref={button} variant="default" loading={choosing.isPending} onClick={() => choosing.mutate()}>
        {words.change}
      </Button>
      <SuccessNotice sentence={moved === undefined ? null : words.moved(folder)} />
      {moved !== undefined && <Text>{words.kept(moved.keptName, moved.keptFolder)}</Text>}
      <FailureNotice error={moving.error ?? choosing.error}>
        {moving.isError && <Text>{words.notMoved}</Text>}
      </FailureNotice>
      {chosen !== null && (
        <MoveLedgerDialog
          from={folder}
          to={chosen.folder}
          warning={chosen.warning}
          isMoving={moving.isPending}
          focusAfter={button}
          onConfirm={() => moving.mutate(chosen.handle)}
          onCancel={close}
        />
      )}
    </Stack>
  )
}
