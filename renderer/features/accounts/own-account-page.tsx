import { Anchor, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from 'wouter'
import { staffLabels } from '../../../domain/labels/staff.zh.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'
import { OwnPinForm } from './own-pin-form.tsx'
import classes from './accounts.module.css'

/** What everybody sets for themselves: the password and the PIN. */
export function OwnAccountPage() {
  const state = useReadyState()
  if (state === null) return null
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/settings" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {staffLabels.accounts.back}
      </Anchor>
      <PageHeader title={staffLabels.own.title} />
      <div className={classes.pair}>
        <OwnPinForm hasPin={state.hasPin} />
        <OwnPasswordForm />
      </div>
    </Stack>
  )
}
