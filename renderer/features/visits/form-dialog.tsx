import { Box, Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { stopComposedEnter } from './stop-composed-enter.ts'
import classes from './visits.module.css'

interface FormDialogProps {
  readonly title: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly isBusy: boolean
  /** True once something was filled in. */
  readonly isDirty: boolean
  readonly children: ReactNode
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

/** A small form over the page; Esc and the first button leave it without a change. */
export function FormDialog(props: FormDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
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
      onCancel={(event) => {
        event.preventDefault()
        props.onCancel()
      }}
    >
      <LeaveGuard isActive={props.isDirty} />
      <Box
        component="form"
        noValidate
        aria-labelledby={titleId}
        onKeyDown={stopComposedEnter}
        onSubmit={(event) => {
          event.preventDefault()
          props.onSubmit()
        }}
      >
        <Stack gap="md">
          <h2 id={titleId} className={classes.dialogTitle}>
            {props.title}
          </h2>
          {props.children}
          <Group justify="flex-end" gap="md" className={classes.dialogActions}>
            <Button variant="default" disabled={props.isBusy} onClick={props.onCancel}>
              {props.cancelLabel}
            </Button>
            <Button type="submit" loading={props.isBusy}>
              {props.confirmLabel}
            </Button>
          </Group>
        </Stack>
      </Box>
    </dialog>
  )
}
