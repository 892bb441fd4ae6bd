import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { grouped } from '../../../domain/labels/grouped.ts'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import classes from './import.module.css'
import { useImportStore } from './import-store.ts'
import { OtherSheets } from './other-sheets.tsx'
import { SaveCorrected } from './save-files.tsx'
import { UndoImport } from './undo-import.tsx'

const words = importLabels.result

/** The last step: what the import brought, and the way back. */
export function ResultStep() {
  const run = useImportStore((state) => state.run)
  const counts = useImportStore((state) => state.finalCounts)
  const preview = useImportStore((state) => state.preview)
  const restarted = useImportStore((state) => state.restarted)
  const { data: last } = useQuery(ledgerQuery('import.last', {}))
  if (run === null || counts === null) return null
  const isStillLast = last === undefined || last?.id === run.id
  const currentRun = last?.id === run.id ? last : run

  return (
    <Paper p="xl" withBorder>
      <Stack gap="lg">
        <Title order={2} size="h3">
          {words.heading}
        </Title>
        <div className={classes.figures} role="status">
          <Figure verdict="add" label={words.added} count={run.addedCount} unit={words.personUnit} />
          <Figure verdict="update" label={words.updated} count={run.updatedCount} unit={words.personUnit} />
          <Figure verdict="unchanged" label={words.unchanged} count={counts.unchanged} unit={words.rowUnit} />
          <Figure verdict="refuse" label={words.refused} count={counts.refuse} unit={words.rowUnit} />
        </div>
        <OtherSheets />
        {counts.refuse > 0 && <Text>{words.refusedHelp}</Text>}
        {preview !== null && preview.questions.faultCount > 0 && <SaveCorrected handle={preview.handle} />}
        <Group>
          <Button component={Link} href="/residents" size="lg">
            {words.toResidents}
          </Button>
          <Button size="lg" variant="default" onClick={restarted}>
            {words.again}
          </Button>
        </Group>
        {isStillLast && <UndoImport run={currentRun} />}
      </Stack>
    </Paper>
  )
}

interface FigureProps {
  readonly verdict: string
  readonly label: string
  readonly count: number
  readonly unit: string
}

function Figure({ verdict, label, count, unit }: FigureProps) {
  return (
    <div className={classes.figure} data-verdict={verdict}>
      <span className={classes.figureLabel}>{label}</span>
      <span className={classes.figureCount}>{grouped(count)}</span>
      <span className={classes.figureUnit}>{unit}</span>
    </div>
  )
}
