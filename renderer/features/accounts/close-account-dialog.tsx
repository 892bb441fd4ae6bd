import { Button, NativeSelect, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { failureSentence } from '../../../domain/labels/failure.zh.ts'
import { dutyName, nameAndRole, staffLabels } from '../../../domain/labels/staff.zh.ts'
import type { HeldDuty, StaffAccount } from '../../../domain/staff-account.ts'
import type { Staff } from '../../../domain/staff.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { dangerColor } from '../../ui/danger-color.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'

const words = staffLabels.close

interface CloseAccountDialogProps {
  readonly account: StaffAccount
  /** The other open accounts. */
  readonly others: readonly StaffAccount[]
  readonly onCancel: () => void
  readonly onDone: (staff: Staff) => void
}

/** Shows what somebody answers for and who takes it over, and closes the account in the same step. */
export function CloseAccountDialog({ account, others, onCancel, onDone }: CloseAccountDialogProps) {
  const textId = useId()
  const duties = useQuery({ ...ledgerQuery('staff.duties', { id: account.id }), gcTime: 0 })
  const [successorId, setSuccessorId] = useState<number | null>(null)
  const [isMissing, setIsMissing] = useState(false)
  const closing = useMutation({
    mutationFn: () => ask('staff.close', { id: account.id, revision: account.revision, successorId }),
    onSuccess: onDone,
  })
  const held = duties.data ?? []
  const fit = others.filter(({ role }) => role !== 'viewer')
  const confirm = () => {
    const isNeeded = held.length > 0 && successorId === null
    setIsMissing(isNeeded)
    if (!isNeeded && !closing.isPending) closing.mutate()
  }
  return (
    <ModalDialog
      title={words.title(account.name)}
      textId={textId}
      onCancel={onCancel}
      actions={
        <>
          <Button variant="default" disabled={closing.isPending} onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button
            color={dangerColor}
            disabled={!duties.isSuccess || (held.length > 0 && fit.length === 0)}
            loading={closing.isPending}
            onClick={confirm}
          >
            {held.length > 0 ? words.confirmHandOver : words.confirm}
          </Button>
        </>
      }
    >
      <Text id={textId}>{words.text}</Text>
      <FailureNotice error={duties.error ?? closing.error} />
      {duties.isSuccess && held.length === 0 && <Text>{words.noDuties}</Text>}
      {held.length > 0 && (
        <>
          <HeldDuties account={account} held={held} />
          {fit.length === 0 ? (
            <Text fw={600}>{words.noSuccessor}</Text>
          ) : (
            <NativeSelect
              size="md"
              label={words.successor}
              required
              error={isMissing ? failureSentence({ code: 'successorMissing' }) : undefined}
              value={successorId ?? ''}
              onChange={({ currentTarget: { value } }) => setSuccessorId(value === '' ? null : Number(value))}
              data={[
                { value: '', label: words.successorPlaceholder },
                ...fit.map((one) => ({ value: String(one.id), label: nameAndRole(one) })),
              ]}
            />
          )}
        </>
      )}
    </ModalDialog>
  )
}

interface HeldDutiesProps {
  readonly account: StaffAccount
  readonly held: readonly HeldDuty[]
}

function HeldDuties({ account, held }: HeldDutiesProps) {
  return (
    <div>
      <Text fw={600}>{words.duties}</Text>
      <ul>
        {held.map((each) => (
          <li key={each.duty}>{dutyName(each, account)}</li>
        ))}
      </ul>
    </div>
  )
}
