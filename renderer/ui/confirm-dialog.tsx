import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import classes from './confirm-dialog.module.css'

interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly text: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  /** True when confirming loses something. */
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
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const textId = useId()

  // The platform's own dialog traps the focus, gives it back and needs no library.
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={titleId}
      aria-describedby={textId}
      onCancel={(event) => {
        event.preventDefault()
        props.onCancel()
      }}
    >
      <Stack gap="md">
        <h2 id={titleId} className={classes.title}>
          {props.title}
        </h2>
        <Text id={textId}>{props.text}</Text>
        <Group justify="flex-end" gap="md">
          <Button variant="default" onClick={props.onCancel} disabled={isBusy}>
            {props.cancelLabel}
          </Button>
          <Button {...(isDangerous ? { color: '#b42318' } : {})} onClick={props.onConfirm} loading={isBusy}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </dialog>
  )
}
