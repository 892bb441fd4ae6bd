import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportChoices } from '../../../domain/import-report.ts'
import type { ImportField, ImportMapping } from '../../../domain/roster-import.ts'
import { ask, LedgerFailure } from '../../ledger/ledger-client.ts'
import { useImportStore } from './import-store.ts'

interface PreviewRequest {
  readonly handle: string
  readonly sheetIndexes: readonly number[]
  readonly mapping: ImportMapping | null
}

interface Decision {
  readonly handle: string
  readonly choices: ImportChoices
  readonly before: ImportChoices
}

const decideKey = ['import.decide']

/** Previews run one after the other: the last choice decides what the ledger holds ready. */
const previewScope = { id: 'importPreview' }

/** Reads sheets, or reads them again under another matching of columns. */
function usePreviewReader() {
  const previewRead = useImportStore((state) => state.previewRead)
  return useMutation({
    scope: previewScope,
    mutationFn: ({ sheetIndexes, ...request }: PreviewRequest) =>
      ask('import.preview', { ...request, sheetIndexes: [...sheetIndexes] }),
    onSuccess: (preview) => previewRead(preview),
  })
}

/** Asks for a file with the system's dialog, or takes the table that was copied, and reads it when it has only one sheet. */
export function useFileChooser() {
  const { fileChosen, stepShown } = useImportStore.getState()
  const reader = usePreviewReader()
  const readSheets = async (handle: string, sheetIndexes: readonly number[]) => {
    await reader.mutateAsync({ handle, sheetIndexes, mapping: null })
    stepShown('columns')
  }
  const chooser = useMutation({
    mutationFn: async (way: 'import.chooseFile' | 'import.paste') => {
      const file = await ask(way, {})
      if (file === null) return
      fileChosen(file)
      if (file.sheets.length === 1 && file.importedBefore === null) await readSheets(file.handle, [0])
    },
  })
  const sheetReader = useMutation({
    mutationFn: ({ handle, sheetIndexes }: Pick<PreviewRequest, 'handle' | 'sheetIndexes'>) =>
      readSheets(handle, sheetIndexes),
  })
  return { chooser, sheetReader }
}

/** Changes what one column is imported as. */
export function useColumnMatcher() {
  const reader = usePreviewReader()
  const matchColumn = (index: number, field: ImportField | null) => {
    const { columnMatched, file, sheetIndexes } = useImportStore.getState()
    const mapping = columnMatched(index, field)
    if (file !== null) reader.mutate({ handle: file.handle, sheetIndexes, mapping })
  }
  return { matchColumn, isUpdating: reader.isPending, error: reader.error }
}

/** Checks the sheets again by what the clerk has decided about it. */
export function useChoiceMaker() {
  const decider = useMutation({
    mutationKey: decideKey,
    scope: previewScope,
    mutationFn: ({ handle, choices }: Decision) => ask('import.decide', { handle, choices }),
    // The dialog that decided may be closed by now: what came of it stands in the store.
    onSuccess: (preview) => useImportStore.getState().previewDecided(preview),
    onError: (error, { before }) => useImportStore.getState().decideFailed(error, before),
  })
  return (made: Partial<ImportChoices>) => {
    const { choices: before, choicesMade, preview } = useImportStore.getState()
    const choices = choicesMade(made)
    if (preview !== null) decider.mutate({ handle: preview.handle, choices, before })
  }
}

/** Whether a decision has yet to be taken into the preview, whichever part of the page made it. */
export function useIsDeciding(): boolean {
  return useIsMutating({ mutationKey: decideKey }) > 0
}

/** Writes the previewed rows into the ledger. */
export function useImportApplier() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (handle: string) => ask('import.apply', { handle }),
    onMutate: () => useImportStore.getState().applyStarted(),
    onSuccess: (run) => {
      useImportStore.getState().applied(run)
      return queries.invalidateQueries()
    },
    onError: (error) => {
      const { applyCancelled, applyFailed } = useImportStore.getState()
      if (isCancellation(error)) applyCancelled()
      else applyFailed(error)
    },
  })
}

/** Takes the last import back. */
export function useImportUndo() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => ask('import.undoLast', {}),
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** Whether the clerk stopped it, which is no trouble. */
export function isCancellation(error: Error | null): boolean {
  return error instanceof LedgerFailure && error.failure.code === 'cancelled'
}
