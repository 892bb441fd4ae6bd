import { Button, Text } from '@mantine/core'
import { useId } from 'react'
import { dangerColor } from './danger-color.ts'
import { ModalDialog } from './modal-dialog.tsx'

interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly text: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  /** True when confirming loses something, or can't be taken back. */
  readonly isDangerous?: boolean
  readonly isBusy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks once before something that can't be taken back; Esc and the first button cancel. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null
}

function OpenDialog({ isDangerous = false, isBusy = false, ...props }: ConfirmDialogProps) {
  const textId = useId()
  return (
    <ModalDialog
      title={props.title}
      textId={textId}
      onCancel={props.onCancel}
      actions={
        <>
          <Button variant="default" onClick={props.onCancel} disabled={isBusy}>
            {props.cancelLabel}
          </Button>
          <Button {...(isDangerous ? { color: dangerColor } : {})} onClick={props.onConfirm} loading={isBusy}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <Text id={textId}>{props.text}</Text>
    </ModalDialog>
  )
}
