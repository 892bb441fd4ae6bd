import { Button, Text } from '@mantine/core'
import { useId } from 'react'
import { staffLabels } from '../../../domain/labels/staff.zh.ts'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import classes from './accounts.module.css'

const words = staffLabels.secret

interface SecretDialogProps {
  readonly name: string
  readonly password: string
  readonly onDone: () => void
}

/** A password to be copied by hand for its owner; nothing keeps it. */
export function SecretDialog({ name, password, onDone }: SecretDialogProps) {
  const textId = useId()
  return (
    <ModalDialog
      title={words.title(name)}
      width="wide"
      textId={textId}
      onCancel={onDone}
      actions={<Button onClick={onDone}>{words.done}</Button>}
    >
      <p className={classes.secret}>{password}</p>
      <Text id={textId}>{words.text}</Text>
    </ModalDialog>
  )
}
