import { Box, Stack } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { ApplyStep } from './apply-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { FileStep } from './file-step.tsx'
import { ImportSteps } from './import-steps.tsx'
import classes from './import.module.css'
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
  const place = useRef<HTMLDivElement>(null)
  const shownStep = useRef(step)
  // The button that led here is gone; the keyboard goes on with the new step.
  useEffect(() => {
    if (shownStep.current !== step) place.current?.focus()
    shownStep.current = step
  }, [step])
  return (
    <Stack gap="md" className={classes.fill}>
      <PageHeader title={importLabels.title} />
      <ImportSteps current={step} />
      <Box ref={place} tabIndex={-1} className={`${classes.place ?? ''} ${classes.fill ?? ''}`}>
        <StepScreen />
      </Box>
    </Stack>
  )
}
