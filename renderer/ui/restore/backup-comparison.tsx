import { Stack } from '@mantine/core'
import type { BackupPreview } from '../../../domain/backup.ts'
import { auditActionLabels } from '../../../domain/labels/audit.zh.ts'
import { backupLabels, backupReasonLabels } from '../../../domain/labels/backup.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { SuccessNotice } from '../success-notice.tsx'
import classes from './restore.module.css'

const words = backupLabels.restore

interface BackupComparisonProps {
  readonly preview: BackupPreview
}

/** What a checked backup holds, beside the ledger it would take the place of. */
export function BackupComparison({ preview }: BackupComparisonProps) {
  const { present, lastChange } = preview
  const sizes = [
    [words.facts.residents, words.people, preview.residentCount, present?.residentCount],
    [words.facts.households, words.households, preview.householdCount, present?.householdCount],
    [words.facts.visits, words.visits, preview.visitCount, present?.visitCount],
  ] as const
  const facts = [
    [words.facts.committee, preview.committeeName],
    [words.facts.madeAt, chineseMoment(preview.madeAt)],
    [words.facts.madeBy, madeByText(preview)],
    [words.facts.lastChange, lastChange === null ? words.nothing : changeText(lastChange)],
  ] as const
  return (
    <Stack gap="md">
      <SuccessNotice sentence={words.checked} />
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.row.backup}</th>
            {present !== null && <th scope="col">{words.row.present}</th>}
          </tr>
        </thead>
        <tbody>
          {sizes.map(([label, text, inBackup, inPresent]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text(inBackup)}</td>
              {inPresent !== undefined && <td>{text(inPresent)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.isFromOtherOffice && <p className={classes.caution}>{words.otherOffice}</p>}
      {preview.withoutPassword.length > 0 && (
        <p className={classes.caution}>{words.withoutPassword(preview.withoutPassword)}</p>
      )}
    </Stack>
  )
}

function madeByText({ madeBy, reason }: BackupPreview): string {
  return reason === 'byHand' && madeBy !== null ? madeBy : words.byProgram(backupReasonLabels[reason])
}

function changeText({ at, staffName, action }: NonNullable<BackupPreview['lastChange']>): string {
  const known: Readonly<Record<string, string>> = auditActionLabels
  return words.lastChange(chineseMoment(at), staffName, known[action] ?? action)
}
