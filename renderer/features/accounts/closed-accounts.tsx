import { spokenMoment } from '../../../domain/labels/moment.zh.ts'
import { staffLabels } from '../../../domain/labels/staff.zh.ts'
import type { StaffAccount } from '../../../domain/staff-account.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import classes from './accounts.module.css'

const words = staffLabels.accounts

interface ClosedAccountsProps {
  readonly accounts: readonly StaffAccount[]
}

/** Who worked here before; their names stay in the records. */
export function ClosedAccounts({ accounts }: ClosedAccountsProps) {
  const todayOn = useReadyState()?.todayOn ?? ''
  if (accounts.length === 0) return null
  return (
    <details className={classes.closed}>
      <summary>{words.closed}</summary>
      <ul>
        {accounts.map(({ id, name, closedAt }) => (
          <li key={id}>
            {name} {closedAt !== null && words.closedAt(spokenMoment(closedAt, todayOn))}
          </li>
        ))}
      </ul>
    </details>
  )
}
