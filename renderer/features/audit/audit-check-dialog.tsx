import { Button, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { parsePrintedHead, printedHead } from '../../../domain/audit.ts'
import { auditLabels, checkSentence } from '../../../domain/labels/audit.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { isComposing } from '../../ui/composing.ts'
import { FailureNotice, TroubleNotice } from '../../ui/failure-notice.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import classes from './audit-page.module.css'

const words = auditLabels.check

/** Whether the records are all there and as they were, compared with a paper if there is one. */
export function AuditCheckDialog({ onClose }: { readonly onClose: () => void }) {
  const textId = useId()
  const [typed, setTyped] = useState('')
  const [isUnreadable, setIsUnreadable] = useState(false)
  const checking = useMutation({
    mutationFn: (printed: ReturnType<typeof parsePrintedHead>) => ask('audit.check', { printed }),
  })
  const found = checking.data
  const outcome = found === undefined ? null : checkSentence(found, chineseMoment(found.checkedAt))

  const check = () => {
    const printed = parsePrintedHead(typed)
    const isWrong = typed.trim() !== '' && printed === null
    setIsUnreadable(isWrong)
    if (!isWrong) checking.mutate(printed)
  }

  return (
    <ModalDialog
      title={words.title}
      width="wide"
      textId={textId}
      onCancel={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
          <Button onClick={check} loading={checking.isPending}>
            {words.run}
          </Button>
        </>
      }
    >
      <Text id={textId}>{words.text}</Text>
      <TextInput
        label={words.printed}
        description={words.printedHelp}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={isUnreadable ? words.printedUnreadable : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) check()
        }}
      />
      <FailureNotice error={checking.error} />
      {outcome?.isSound === false && <TroubleNotice sentence={outcome.text} />}
      <SuccessNotice sentence={outcome?.isSound === true ? outcome.text : null} />
      {found !== undefined && (
        <Text>
          {words.head} <strong className={classes.numeric}>{printedHead(found.head)}</strong>
        </Text>
      )}
    </ModalDialog>
  )
}
