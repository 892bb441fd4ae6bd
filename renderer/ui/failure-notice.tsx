import { Group, Text } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { failureSentence } from '../../domain/labels/failure.zh.ts'
import { failureOf } from '../ledger/ledger-client.ts'
import classes from './failure-notice.module.css'

interface FailureNoticeProps {
  /** Whatever was thrown; nothing is drawn for null. */
  readonly error: unknown
  /** What the user can press about it. */
  readonly children?: ReactNode
}

/** Says in a sentence what went wrong and what to do next. */
export function FailureNotice({ error, children }: FailureNoticeProps) {
  if (error === null || error === undefined) return null
  return <TroubleNotice sentence={failureSentence(failureOf(error))}>{children}</TroubleNotice>
}

interface TroubleNoticeProps {
  readonly sentence: string
  readonly children?: ReactNode
}

/** The same notice for a sentence that is no failure of a request. */
export function TroubleNotice({ sentence, children }: TroubleNoticeProps) {
  const notice = useRef<HTMLDivElement>(null)
  // The button that was pressed may be a long way below.
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [sentence])
  return (
    <div ref={notice} role="alert" className={classes.notice}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconAlertCircle aria-hidden="true" className={classes.icon} />
        <Text className={classes.sentence}>{sentence}</Text>
      </Group>
      {children}
    </div>
  )
}
