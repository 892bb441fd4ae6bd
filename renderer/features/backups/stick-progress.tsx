import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Progress } from '../../../domain/contract.ts'
import { backupLabels } from '../../../domain/labels/backup.zh.ts'
import { ask, ledgerEvents } from '../../ledger/ledger-client.ts'
import classes from './backups-page.module.css'

const words = backupLabels.stick

/** How far the copying and reading back has come. */
export function StickProgress() {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(
    () =>
      ledgerEvents.onProgress((news) => {
        if (news.task === 'stick') setProgress(news)
      }),
    [],
  )
  return (
    <div className={classes.progressing}>
      <span role="status">{progress === null ? words.making : words.copying}</span>
      <progress
        className={classes.progress}
        aria-label={words.progressName}
        max={Math.max(1, progress?.totalCount ?? 1)}
        value={progress?.doneCount ?? 0}
      />
      <Button variant="default" onClick={() => void ask('backup.stopStick', {})}>
        {words.stop}
      </Button>
    </div>
  )
}
