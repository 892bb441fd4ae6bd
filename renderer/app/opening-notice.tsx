import { appLabels } from '../../domain/labels/app.zh.ts'
import classes from './opening-notice.module.css'

/** Says what is awaited when opening the ledger takes longer than a blink, as behind another program's lock. */
export function OpeningNotice() {
  return (
    <main className={classes.notice}>
      <p role="status">{appLabels.opening}</p>
    </main>
  )
}
