import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconUserPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { staffLabels } from '../../../domain/labels/staff.zh.ts'
import { mayUse } from '../../../domain/permission.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { LedgerFailure } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { AccountDialog } from './account-dialog.tsx'
import type { AccountTask } from './account-task.ts'
import { AccountTable } from './account-table.tsx'
import { ClosedAccounts } from './closed-accounts.tsx'
import { CloseAccountDialog } from './close-account-dialog.tsx'
import { ResetPasswordDialog } from './reset-password-dialog.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import classes from './accounts.module.css'

const words = staffLabels.accounts

/** Everybody who may sign in, for the directors; others see nothing of it. */
export function AccountsPage() {
  const actor = useReadyState()?.actor ?? null
  if (actor === null) return null
  if (mayUse(actor, 'staff.list')) return <Accounts ownId={actor.staffId} />
  return <FailureNotice error={new LedgerFailure({ code: 'notAllowed' })} />
}

function Accounts({ ownId }: { readonly ownId: number }) {
  const queries = useQueryClient()
  const { data, error } = useQuery(ledgerQuery('staff.list', {}))
  const [task, setTask] = useState<AccountTask | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const stop = () => setTask(null)
  const done = (sentence: string | null, next: AccountTask | null = null) => {
    setNotice(sentence)
    setTask(next)
    void queries.invalidateQueries({ queryKey: ['staff.list'] })
    // It may have been one's own name or role.
    void queries.invalidateQueries({ queryKey: ['app.state'] })
  }
  const open = (data ?? []).filter((account) => !account.isClosed)
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/settings" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <PageHeader title={words.title}>
        <Button leftSection={<IconUserPlus aria-hidden="true" />} onClick={() => setTask({ kind: 'add' })}>
          {words.add}
        </Button>
      </PageHeader>
      <Group justify="space-between">
        <Text>{words.help}</Text>
        <SuccessNotice sentence={notice} />
      </Group>
      <FailureNotice error={error} />
      {data === undefined ? (
        <p role="status">{error === null ? words.loading : ''}</p>
      ) : (
        <>
          <Paper withBorder className={classes.frame}>
            <AccountTable accounts={open} ownId={ownId} onTask={setTask} />
          </Paper>
          <ClosedAccounts accounts={data.filter((account) => account.isClosed)} />
        </>
      )}
      {task?.kind === 'add' && (
        <AccountDialog
          account={null}
          onCancel={stop}
          onDone={({ name }, password) => done(null, { kind: 'secret', name, password })}
        />
      )}
      {task?.kind === 'change' && (
        <AccountDialog
          account={task.account}
          onCancel={stop}
          onDone={({ name }) => done(words.changed(name))}
        />
      )}
      {task?.kind === 'reset' && (
        <ResetPasswordDialog
          account={task.account}
          onCancel={stop}
          onDone={({ name }, password) => done(null, { kind: 'secret', name, password })}
        />
      )}
      {task?.kind === 'close' && (
        <CloseAccountDialog
          account={task.account}
          others={open.filter(({ id }) => id !== task.account.id)}
          onCancel={stop}
          onDone={({ name }) => done(words.closedNow(name))}
        />
      )}
      {task?.kind === 'secret' && <SecretDialog name={task.name} password={task.password} onDone={stop} />}
    </Stack>
  )
}
