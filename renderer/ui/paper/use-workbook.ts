import { useMutation } from '@tanstack/react-query'
import type { ChannelInput } from '../../../domain/contract.ts'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'

const words = paperLabels.output

/** The way of a paper's rows into a workbook, and how it went. */
export function useWorkbook() {
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (paper: ChannelInput<'print.saveWorkbook'>['paper']) => ask('print.saveWorkbook', { paper }),
  })
  const sentence = data === undefined ? null : data.isSaved ? words.workbookSaved : words.workbookCancelled
  return { save: mutate, isBusy: isPending, sentence, error }
}
