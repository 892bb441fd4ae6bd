import { Button } from '@mantine/core'
import type { ChannelOutput } from '../../../domain/contract.ts'
import {
  backupLabels,
  backupReasonLabels,
  fileSizeText,
  ledgerSizeText,
} from '../../../domain/labels/backup.zh.ts'
import { columnMoment } from '../../../domain/labels/moment.zh.ts'
import classes from './restore.module.css'

const words = backupLabels.local

interface BackupTableProps {
  readonly backups: ChannelOutput<'setup.backups'>
  readonly isBusy: boolean
  /** Absent for those who may not restore. */
  readonly onRestore?: (id: string) => void
}

/** The backups beside a ledger, the newest first. */
export function BackupTable({ backups, isBusy, onRestore }: BackupTableProps) {
  return (
    <div className={classes.list}>
      <table className={classes.table} aria-label={words.tableName}>
        <thead>
          <tr>
            <th scope="col">{words.columns.madeAt}</th>
            <th scope="col">{words.columns.size}</th>
            <th scope="col">{words.columns.reason}</th>
            <th scope="col">{words.columns.bytes}</th>
            {onRestore !== undefined && <th scope="col">{words.columns.restore}</th>}
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.id}>
              <td className={classes.moment}>{columnMoment(backup.madeAt)}</td>
              <td>{ledgerSizeText(backup)}</td>
              <td>{backupReasonLabels[backup.reason]}</td>
              <td className={classes.moment}>{fileSizeText(backup.byteCount)}</td>
              {onRestore !== undefined && (
                <td>
                  {backup.isNewer ? (
                    words.newer
                  ) : (
                    <Button
                      variant="default"
                      disabled={isBusy}
                      aria-label={words.restoreName(columnMoment(backup.madeAt))}
                      onClick={() => onRestore(backup.id)}
                    >
                      {words.restore}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
