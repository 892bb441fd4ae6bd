import { Stack } from '@mantine/core'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { ApplyStep } from './apply-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { FileStep } from './file-step.tsx'
import { ImportSteps } from './import-steps.tsx'
import { type ImportStep, useImportStore } from './import-store.ts'
import { PreviewStep } from './preview-step.tsx'
import { ResultStep } from './result-step.tsx'

const stepScreens = {
  file: FileStep,
  columns: ColumnsStep,
  preview: PreviewStep,
  apply: ApplyStep,
  done: ResultStep,
} as const satisfies Record<ImportStep, () => React.ReactNode>

/** The roster import from the choice of a file to the counts of what it brought. */
export function ImportPage() {
  const step = useImportStore((state) => state.step)
  const StepScreen = stepScreens[step]
  return (
    <Stack gap="md">
      <PageHeader title={importLabels.title} />
      <ImportSteps current={step} />
      <StepScreen />
    </Stack>
  )
}
