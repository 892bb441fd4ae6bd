import { useEffect, useState } from 'react'
import type { Progress } from '../../../domain/contract.ts'
import { setupLabels } from '../../../domain/labels/setup.zh.ts'
import { ledgerEvents } from '../../ledger/ledger-client.ts'
import classes from './setup-page.module.css'

/** How far the invented community has come. */
export function SampleProgress() {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(
    () =>
      ledgerEvents.onProgress((news) => {
        if (news.task === 'sample') setProgress(news)
      }),
    [],
  )
  if (progress === null) return null
  return (
    <>
      <progress
        className={classes.progress}
        aria-label={setupLabels.progressName}
        max={Math.max(1, progress.totalCount)}
        value={progress.doneCount}
      />
      <p>{setupLabels.progress(progress)}</p>
    </>
  )
}
