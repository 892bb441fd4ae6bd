import { useMutation } from '@tanstack/react-query'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import type { Paper } from '../../../domain/paper.ts'
import { ask } from '../../ledger/ledger-client.ts'

const words = paperLabels.output

type Output = { readonly kind: 'pdf' } | { readonly kind: 'printer'; readonly printerName: string | null }

/** Sends a paper to a printer or into a PDF, and says how it went. */
export function usePaperOutput(paper: Paper) {
  const output = useMutation({ mutationFn: (asked: Output) => sentenceAfter(paper, asked) })
  const busyWords = output.variables?.kind === 'pdf' ? words.savingPdf : words.printing
  return {
    print: (printerName: string | null) => output.mutate({ kind: 'printer', printerName }),
    savePdf: () => output.mutate({ kind: 'pdf' }),
    isBusy: output.isPending,
    sentence: output.isPending ? busyWords : (output.data ?? null),
    error: output.error,
  }
}

async function sentenceAfter(paper: Paper, asked: Output): Promise<string> {
  if (asked.kind === 'pdf') {
    const { isSaved } = await ask('print.savePdf', { paper })
    return isSaved ? words.pdfSaved : words.pdfCancelled
  }
  const { isPrinted } = await ask('print.toPrinter', { paper, printerName: asked.printerName })
  return isPrinted ? words.printed : words.printCancelled
}
