import { Button, Stack } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { dangerColor } from '../danger-color.ts'
import { LeaveGuard } from '../leave-guard.tsx'
import { ModalDialog } from '../modal-dialog.tsx'
import { FormFrame } from './form-frame.tsx'

interface FormDialogProps {
  readonly title: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly isBusy: boolean
  /** True once something was filled in. */
  readonly isDirty: boolean
  /** True when confirming loses something, or can't be taken back. */
  readonly isDangerous?: boolean
  readonly children: ReactNode
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

/** A small form over the page; Esc and the first button leave it without a change. */
export function FormDialog(props: FormDialogProps) {
  const formId = useId()
  return (
    <ModalDialog
      title={props.title}
      onCancel={props.onCancel}
      actions={
        <>
          <Button variant="default" disabled={props.isBusy} onClick={props.onCancel}>
            {props.cancelLabel}
          </Button>
          <Button
            type="submit"
            form={formId}
            loading={props.isBusy}
            {...(props.isDangerous === true ? { color: dangerColor } : {})}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <LeaveGuard isActive={props.isDirty} />
      <FormFrame id={formId} label={props.title} onSubmit={props.onSubmit}>
        <Stack gap="md">{props.children}</Stack>
      </FormFrame>
    </ModalDialog>
  )
}
