import { useMutation, useQueryClient } from '@tanstack/react-query'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import type { Paper, PrintOptions } from '../../../domain/paper.ts'
import { ask } from '../../ledger/ledger-client.ts'

const words = paperLabels.output

type Output =
  | { readonly kind: 'pdf'; readonly pages: PrintOptions['pages'] }
  | { readonly kind: 'printer'; readonly printerName: string | null; readonly options: PrintOptions }

/** Sends a paper to a printer or into a PDF, and says how it went. */
export function usePaperOutput(paper: Paper) {
  const queryClient = useQueryClient()
  const output = useMutation({
    mutationFn: (asked: Output) =>
      sentenceAfter(paper, asked).then((sentence) => ({ sentence, of: JSON.stringify(paper) })),
    // Where it went is remembered for this size of paper.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['paper.usualPrinters'] }),
  })
  const busyWords = output.variables?.kind === 'pdf' ? words.savingPdf : words.printing
  return {
    print: (printerName: string | null, options: PrintOptions) =>
      output.mutate({ kind: 'printer', printerName, options }),
    savePdf: (pages: PrintOptions['pages']) => output.mutate({ kind: 'pdf', pages }),
    isBusy: output.isPending,
    // What was said of a paper that looks otherwise by now is said no longer.
    sentence: output.isPending
      ? busyWords
      : output.data?.of === JSON.stringify(paper)
        ? output.data.sentence
        : null,
    error: output.error,
  }
}

async function sentenceAfter(paper: Paper, asked: Output): Promise<string> {
  if (asked.kind === 'pdf') {
    const { isSaved } = await ask('print.savePdf', { paper, pages: asked.pages })
    return isSaved ? words.pdfSaved : words.pdfCancelled
  }
  const { printerName, options } = asked
  const { isPrinted } = await ask('print.toPrinter', { paper, printerName, options })
  return isPrinted ? words.printed : words.printCancelled
}
