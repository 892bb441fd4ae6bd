import { IconCircleCheck } from '@tabler/icons-react'
import classes from './success-notice.module.css'

interface SuccessNoticeProps {
  /** Null while there is nothing to say; the live region stays so that it is read when it fills. */
  readonly sentence: string | null
}

/** Says that something the user asked for is done, and only then. */
export function SuccessNotice({ sentence }: SuccessNoticeProps) {
  return (
    <div role="status" className={sentence === null ? undefined : classes.notice}>
      {sentence !== null && <IconCircleCheck aria-hidden="true" className={classes.icon} />}
      {sentence}
    </div>
  )
}
