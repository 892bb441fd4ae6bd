import { Anchor, Button } from '@mantine/core'
import { Link } from 'wouter'
import type { AuditRow } from '../../../domain/audit-view.ts'
import { auditLabels, auditSentence, auditStaff } from '../../../domain/labels/audit.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import classes from './audit-page.module.css'

const words = auditLabels.entry

interface AuditEntryDialogProps {
  readonly row: AuditRow
  readonly onClose: () => void
}

/** All of one entry, which may not fit into its line. */
export function AuditEntryDialog({ row, onClose }: AuditEntryDialogProps) {
  const isPerson = row.objectType === 'resident' && row.objectName !== null && row.objectId !== null
  return (
    <ModalDialog
      title={words.title(row.seq)}
      onCancel={onClose}
      actions={<Button onClick={onClose}>{words.close}</Button>}
    >
      <dl className={classes.facts}>
        <dt>{words.at}</dt>
        <dd>{chineseMoment(row.at)}</dd>
        <dt>{words.staff}</dt>
        <dd>{auditStaff(row)}</dd>
        <dt>{words.what}</dt>
        <dd>{auditSentence(row)}</dd>
      </dl>
      {isPerson && (
        <Anchor component={Link} href={`/residents/${row.objectId}`}>
          {words.person}
        </Anchor>
      )}
    </ModalDialog>
  )
}
