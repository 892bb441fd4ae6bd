import { Button, Paper, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { parsePrintedHead, printedHead } from '../../../domain/audit.ts'
import { auditLabels, checkSentence } from '../../../domain/labels/audit.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice, TroubleNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import classes from './audit-page.module.css'

const words = auditLabels.check

/** Whether the records are all there and as they were, compared with a paper if there is one. */
export function AuditCheck() {
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
    <Paper component="section" withBorder p="md" aria-label={words.title}>
      <form
        className={classes.check}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
      >
        <div className={classes.checkText}>
          <Title order={2} size="h4">
            {words.title}
          </Title>
          <Text c="dimmed">{words.text}</Text>
          {found !== undefined && (
            <Text mt="xs">
              {words.head} <strong className={classes.numeric}>{printedHead(found.head)}</strong>
            </Text>
          )}
        </div>
        <div className={classes.checkField}>
          <TextInput
            label={words.printed}
            description={words.printedHelp}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            error={isUnreadable ? words.printedUnreadable : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" className={classes.besideField} loading={checking.isPending}>
          {words.run}
        </Button>
      </form>
      <FailureNotice error={checking.error} />
      {outcome?.isSound === false && <TroubleNotice sentence={outcome.text} />}
      <SuccessNotice sentence={outcome?.isSound === true ? outcome.text : null} />
    </Paper>
  )
}
