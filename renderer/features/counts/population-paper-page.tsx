import { Button, Paper, Stack } from '@mantine/core'
import { IconArrowLeft, IconTable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Redirect } from 'wouter'
import { countLabels } from '../../../domain/labels/count.zh.ts'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import type { PopulationRequest } from '../../../domain/population-paper.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { populationMm, PopulationSheetPage } from '../../print/population-sheet-page.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PaperDesk } from '../../ui/paper/paper-desk.tsx'
import { PaperOutput } from '../../ui/paper/paper-output.tsx'
import { useWorkbook } from '../../ui/paper/use-workbook.ts'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { useCountsStore } from './counts-store.ts'
import classes from './counts.module.css'

const words = countLabels

/** The sheet that is looked at as it will lie on paper, and the ways to get it there. */
export function PopulationPaperPage() {
  const { period, frozenId } = useCountsStore()
  if (frozenId !== null) return <PaperOf request={{ sheet: { submittedId: frozenId } }} />
  return period === null ? <Redirect to="/counts" /> : <PaperOf request={{ sheet: period }} />
}

function PaperOf({ request }: { readonly request: PopulationRequest }) {
  const { data, error } = useQuery({
    ...ledgerQuery('paper.populationSheet', request),
    gcTime: 0,
    staleTime: 0,
  })
  const workbook = useWorkbook()
  const paper = { kind: 'populationSheet', ...request } as const
  return (
    <Stack className={classes.page} gap="md">
      <PageHeader title={words.print}>
        <Button
          component={Link}
          href="/counts"
          variant="default"
          leftSection={<IconArrowLeft aria-hidden="true" />}
        >
          {words.paper.back}
        </Button>
      </PageHeader>
      <Paper p="md" withBorder>
        <PaperOutput
          paper={paper}
          pageCount={1}
          isReady={data !== undefined}
          after={
            <Button
              variant="default"
              leftSection={<IconTable aria-hidden="true" />}
              disabled={data === undefined || workbook.isBusy}
              onClick={() => workbook.save(paper)}
            >
              {paperLabels.output.saveWorkbook}
            </Button>
          }
        />
        <SuccessNotice sentence={workbook.sentence} />
        <FailureNotice error={workbook.error} />
      </Paper>
      <FailureNotice error={error} />
      {data !== undefined && (
        <PaperDesk
          sheetCount={1}
          widthMm={populationMm.width}
          heightMm={populationMm.height}
          drawSheet={() => <PopulationSheetPage paper={data} />}
        />
      )}
    </Stack>
  )
}
