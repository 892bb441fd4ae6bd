import { Stack } from '@mantine/core'
import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react'
import classes from './modal-dialog.module.css'
import { rememberOpener } from './remember-opener.ts'

interface ModalDialogProps {
  readonly title: string
  readonly width?: 'narrow' | 'wide' | 'broad'
  /** The sentence a screen reader reads after the title. */
  readonly textId?: string
  /** What has the focus when the dialog is gone, where the button that opened it can't take it back itself. */
  readonly focusAfter?: RefObject<HTMLElement | null>
  readonly children: ReactNode
  /** Buttons, the way out first. */
  readonly actions: ReactNode
  /** What Esc does. */
  readonly onCancel: () => void
}

/** A window over the page that has the focus until it is answered. */
export function ModalDialog({ width = 'narrow', ...props }: ModalDialogProps) {
  const { focusAfter } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // The platform's own dialog traps the focus, gives it back and needs no library. It gives nothing back once it is out
  // of the page, so it is closed before.
  useLayoutEffect(() => {
    const element = dialog.current
    const after = focusAfter?.current
    const keepPlace = rememberOpener()
    element?.showModal()
    return () => {
      element?.close()
      after?.focus()
      keepPlace()
    }
  }, [focusAfter])

  return (
    <dialog
      ref={dialog}
      className={`${classes.dialog ?? ''} ${classes[width] ?? ''}`}
      aria-labelledby={titleId}
      aria-describedby={props.textId}
      onCancel={(event) => {
        // React lets the cancel of a dialog over this one rise up here.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        props.onCancel()
      }}
    >
      <Stack gap="md">
        <h2 id={titleId} className={classes.title}>
          {props.title}
        </h2>
        {props.children}
        <div className={classes.actions}>{props.actions}</div>
      </Stack>
    </dialog>
  )
}
