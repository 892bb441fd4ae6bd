import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { LedgerNotice } from '../../domain/app-state.ts'
import { ledgerFolderLabels as words, ledgerNoticeSentences } from '../../domain/labels/ledger-folder.zh.ts'
import classes from './ledger-notices.module.css'

interface LedgerNoticesProps {
  readonly notices: readonly LedgerNotice[]
}

/** What the user should know about where the ledger lies; put away, it stays away until the next start. */
export function LedgerNotices({ notices }: LedgerNoticesProps) {
  const [readNotices, setReadNotices] = useState<readonly LedgerNotice[]>([])
  const unread = notices.filter((notice) => !readNotices.includes(notice))
  return (
    <div role="status" aria-label={words.noticesName}>
      {unread.map((notice) => (
        <div key={notice} className={classes.notice}>
          <IconInfoCircle aria-hidden="true" className={classes.icon} />
          <span className={classes.sentence}>{ledgerNoticeSentences[notice]}</span>
          {notice !== 'placeFromCopy' && (
            <Link href="/settings" className={classes.link}>
              {words.toSettings}
            </Link>
          )}
          <Button size="sm" variant="default" onClick={() => setReadNotices([...readNotices, notice])}>
            {words.dismiss}
          </Button>
        </div>
      ))}
    </div>
  )
}
