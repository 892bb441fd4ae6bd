import { Loader } from '@mantine/core'
import { IconDatabase, IconDatabaseImport, IconEye, IconFileImport, IconNotebook } from '@tabler/icons-react'
import { setupLabels } from '../../../domain/labels/setup.zh.ts'
import { SampleProgress } from './sample-progress.tsx'
import type { StartChoice } from './use-setup.ts'
import classes from './setup-page.module.css'

/** Restoring has steps of its own. */
type OfferedChoice = StartChoice | 'restore'

const choices = [
  { choice: 'import', Icon: IconFileImport },
  { choice: 'empty', Icon: IconNotebook },
  { choice: 'restore', Icon: IconDatabaseImport },
  { choice: 'open', Icon: IconDatabase },
  { choice: 'sample', Icon: IconEye },
] as const satisfies readonly { choice: OfferedChoice; Icon: unknown }[]

const runningSentences = {
  import: setupLabels.working,
  empty: setupLabels.working,
  open: setupLabels.opening,
  restore: setupLabels.reading,
  sample: setupLabels.sampleWorking,
} as const satisfies Record<OfferedChoice, string>

interface StartChoicesProps {
  /** The choice that is under way. */
  readonly running: OfferedChoice | null
  readonly onChoose: (choice: OfferedChoice) => void
}

/** Large buttons: how the ledger begins. */
export function StartChoices({ running, onChoose }: StartChoicesProps) {
  return (
    <section aria-label={setupLabels.start}>
      <h2 className={classes.startTitle}>{setupLabels.start}</h2>
      <div className={classes.choices}>
        {choices.map(({ choice, Icon }) => (
          <button
            key={choice}
            type="button"
            className={classes.choice}
            data-main={choice === 'import'}
            disabled={running !== null}
            onClick={() => onChoose(choice)}
          >
            <Icon aria-hidden="true" className={classes.choiceIcon} />
            <span>
              <strong className={classes.choiceTitle}>{setupLabels.choices[choice].title}</strong>
              <span className={classes.choiceText}>{setupLabels.choices[choice].text}</span>
            </span>
          </button>
        ))}
      </div>
      <div role="status" className={classes.running}>
        {running !== null && (
          <>
            <Loader size="sm" />
            {runningSentences[running]}
          </>
        )}
      </div>
      {running === 'sample' && <SampleProgress />}
    </section>
  )
}
