import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const words = rosterPageLabels.name

interface NameDialogProps {
  readonly title: string
  readonly startName: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}

/** Asks what a kind of roster is to be called. */
export function NameDialog({ title, startName, isBusy, error, onName, onCancel }: NameDialogProps) {
  const [name, setName] = useState(startName)
  const [isMissing, setIsMissing] = useState(false)
  return (
    <FormDialog
      title={title}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={isBusy}
      isDirty={false}
      onCancel={onCancel}
      onSubmit={() => {
        setIsMissing(name.trim() === '')
        if (name.trim() !== '') onName(name.trim())
      }}
    >
      <TextInput
        label={words.label}
        maxLength={40}
        autoComplete="off"
        value={name}
        error={isMissing ? words.missing : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FailureNotice error={error} />
    </FormDialog>
  )
}
