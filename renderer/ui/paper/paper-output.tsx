import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import type { Paper } from '../../../domain/paper.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { SuccessNotice } from '../success-notice.tsx'
import { usePaperOutput } from './use-paper-output.ts'

const words = paperLabels.output

interface PaperOutputProps {
  readonly paper: Paper
  /** False until there is something to print. */
  readonly isReady: boolean
  /** Runs the output, now or after a question. */
  readonly beforeOutput?: (run: () => void) => void
  /** What is chosen for this paper, before the printer. */
  readonly before?: ReactNode
  /** What is said of this paper, after the buttons. */
  readonly after?: ReactNode
}

/** The ways of a paper out of the window: a printer or a PDF, and how it went. */
export function PaperOutput({ paper, isReady, beforeOutput = runNow, before, after }: PaperOutputProps) {
  const [chosenPrinter, setChosenPrinter] = useState<string | null>(null)
  const printers = useQuery({ ...ledgerQuery('print.printers', {}), staleTime: 0 })
  const output = usePaperOutput(paper)
  const printerName = chosenPrinter ?? proposedPrinter(printers.data ?? [])

  return (
    <>
      <Group align="flex-end" gap="md">
        {before}
        {printers.data !== undefined && printers.data.length > 0 && (
          <NativeSelect
            label={words.printer}
            data={printers.data.map((printer) => ({ value: printer.name, label: printer.displayName }))}
            value={printerName}
            onChange={(event) => setChosenPrinter(event.currentTarget.value)}
          />
        )}
        <Button
          leftSection={<IconPrinter aria-hidden="true" />}
          disabled={!isReady || printerName === '' || output.isBusy}
          onClick={() => beforeOutput(() => output.print(printerName))}
        >
          {words.print}
        </Button>
        <Button
          variant={printerName === '' ? 'filled' : 'default'}
          leftSection={<IconFileTypePdf aria-hidden="true" />}
          disabled={!isReady || output.isBusy}
          onClick={() => beforeOutput(output.savePdf)}
        >
          {words.savePdf}
        </Button>
        {after}
      </Group>
      {printers.data?.length === 0 && isReady && <Text mt="sm">{words.noPrinter}</Text>}
      <SuccessNotice sentence={output.sentence} />
      <FailureNotice error={output.error ?? printers.error} />
    </>
  )
}

function runNow(run: () => void): void {
  run()
}

interface NamedPrinter {
  readonly name: string
  readonly isDefault: boolean
}

function proposedPrinter(printers: readonly NamedPrinter[]): string {
  return (printers.find((printer) => printer.isDefault) ?? printers[0])?.name ?? ''
}
