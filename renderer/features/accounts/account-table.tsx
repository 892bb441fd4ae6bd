import { Button, Group } from '@mantine/core'
import { columnMoment } from '../../../domain/labels/moment.zh.ts'
import { roleLabels, staffLabels, workFieldNames } from '../../../domain/labels/staff.zh.ts'
import type { StaffAccount } from '../../../domain/staff-account.ts'
import type { AccountTask } from './account-task.ts'
import classes from './accounts.module.css'

const words = staffLabels.accounts
const { columns } = words

interface AccountTableProps {
  readonly accounts: readonly StaffAccount[]
  readonly ownId: number
  readonly onTask: (task: AccountTask) => void
}

/** The open accounts: who, what they may do, when they were last here. */
export function AccountTable({ accounts, ownId, onTask }: AccountTableProps) {
  return (
    <table className={classes.table} aria-label={words.tableName}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.workFields}</th>
          <th scope="col">{columns.lastSignedIn}</th>
          <th scope="col">{columns.actions}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row">
              {account.name}
              {account.id === ownId && <span className={classes.you}>{words.you}</span>}
            </th>
            <td>{roleLabels[account.role]}</td>
            <td>
              {workFieldNames(account.workFields)}
              {account.isInSealedCircle && <span className={classes.sealed}>{words.sealed}</span>}
            </td>
            <td className={classes.moment}>{account.id === ownId ? words.now : lastSignIn(account)}</td>
            <td>
              <AccountButtons account={account} isOwn={account.id === ownId} onTask={onTask} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface AccountButtonsProps {
  readonly account: StaffAccount
  /** One's own password is changed on another page, by whoever knows it. */
  readonly isOwn: boolean
  readonly onTask: (task: AccountTask) => void
}

function AccountButtons({ account, isOwn, onTask }: AccountButtonsProps) {
  const { name } = account
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="sm"
        variant="default"
        aria-label={words.changeOf(name)}
        onClick={() => onTask({ kind: 'change', account })}
      >
        {words.change}
      </Button>
      {!isOwn && (
        <Button
          size="sm"
          variant="default"
          aria-label={words.resetOf(name)}
          onClick={() => onTask({ kind: 'reset', account })}
        >
          {words.reset}
        </Button>
      )}
      <Button
        size="sm"
        variant="default"
        aria-label={words.closeOf(name)}
        onClick={() => onTask({ kind: 'close', account })}
      >
        {words.close}
      </Button>
    </Group>
  )
}

function lastSignIn({ lastSignedInAt }: StaffAccount): string {
  return lastSignedInAt === null ? words.never : columnMoment(lastSignedInAt)
}
