import { IconAlertTriangle } from '@tabler/icons-react'
import { troubleActions } from '../../../domain/audit.ts'
import type { AuditRow } from '../../../domain/audit-view.ts'
import { auditActionLabels, auditLabels, auditSentence, auditStaff } from '../../../domain/labels/audit.zh.ts'
import { columnMoment } from '../../../domain/labels/moment.zh.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import classes from './audit-page.module.css'

const { columns } = auditLabels
const troubles: readonly string[] = troubleActions

export const auditColumns: readonly DataTableColumn<AuditRow>[] = [
  {
    key: 'at',
    header: columns.at,
    width: '9.5rem',
    cell: ({ at }) => <span className={classes.numeric}>{columnMoment(at)}</span>,
  },
  { key: 'staff', header: columns.staff, width: 'minmax(7rem, 1fr)', cell: auditStaff },
  {
    key: 'action',
    header: columns.action,
    width: 'minmax(7.5rem, 0.8fr)',
    cell: ({ action }) =>
      troubles.includes(action) ? (
        <strong className={classes.trouble}>
          <IconAlertTriangle aria-hidden="true" size="1.1rem" />
          {auditActionLabels[action]}
        </strong>
      ) : (
        auditActionLabels[action]
      ),
  },
  { key: 'sentence', header: columns.sentence, width: 'minmax(12rem, 4fr)', cell: auditSentence },
]
