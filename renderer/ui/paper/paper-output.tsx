import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import { paperSizeOf, type Paper } from '../../../domain/paper.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { SuccessNotice } from '../success-notice.tsx'
import { PrintChoices, usePrintChoices } from './print-choices.tsx'
import { usePaperOutput } from './use-paper-output.ts'

const words = paperLabels.output
/** No printer's name is empty. */
const usual = ''

interface PaperOutputProps {
  readonly paper: Paper
  readonly pageCount: number
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
export function PaperOutput({
  paper,
  pageCount,
  isReady,
  beforeOutput = runNow,
  before,
  after,
}: PaperOutputProps) {
  const [chosenName, setChosenName] = useState<string | null>(null)
  const remembered = useQuery({ ...ledgerQuery('paper.usualPrinters', {}), staleTime: 0 })
  const choicesMade = usePrintChoices(pageCount)
  const printers = useQuery({ ...ledgerQuery('print.printers', {}), staleTime: 0 })
  const output = usePaperOutput(paper)
  const choices = printerChoices(printers.data ?? [])
  const wanted = chosenName ?? remembered.data?.[paperSizeOf(paper)]
  const chosen = choices.find(({ value }) => value === wanted) ?? choices[0]
  const { options } = choicesMade
  const mayLeave = isReady && !output.isBusy && options !== null

  return (
    <>
      <Group align="flex-end" gap="md">
        {before}
        {chosen !== undefined && (
          <NativeSelect
            label={words.printer}
            data={[...choices]}
            value={chosen.value}
            onChange={(event) => setChosenName(event.currentTarget.value)}
          />
        )}
        <PrintChoices choices={choicesMade} />
        <Button
          leftSection={<IconPrinter aria-hidden="true" />}
          disabled={!mayLeave || chosen === undefined}
          onClick={() =>
            beforeOutput(() => {
              if (options !== null) output.print(chosen === undefined ? null : nameOf(chosen), options)
            })
          }
        >
          {words.print}
        </Button>
        <Button
          variant={chosen === undefined ? 'filled' : 'default'}
          leftSection={<IconFileTypePdf aria-hidden="true" />}
          disabled={!mayLeave}
          onClick={() => beforeOutput(() => output.savePdf(options?.pages ?? null))}
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
  readonly displayName: string
}

function nameOf({ value }: { readonly value: string }): string | null {
  return value === usual ? null : value
}

/** Which one is the usual one only the system knows: where there are several it comes first, without a name. */
function printerChoices(printers: readonly NamedPrinter[]): readonly { value: string; label: string }[] {
  const named = printers.map(({ name, displayName }) => ({ value: name, label: displayName }))
  return named.length > 1 ? [{ value: usual, label: words.usualPrinter }, ...named] : named
}
