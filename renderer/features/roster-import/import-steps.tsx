import { importLabels } from '../../../domain/labels/import.zh.ts'
import classes from './import.module.css'
import { importSteps, type ImportStep } from './import-store.ts'

/** Where the clerk stands in the wizard. */
export function ImportSteps({ current }: { readonly current: ImportStep }) {
  const currentPosition = importSteps.indexOf(current)
  return (
    <ol className={classes.steps} aria-label={importLabels.stepsName}>
      {importLabels.steps.map((name, position) => (
        <li
          key={name}
          className={classes.step}
          data-state={stepState(position, currentPosition)}
          aria-current={position === currentPosition ? 'step' : undefined}
        >
          <span className={classes.stepNumber} aria-hidden="true">
            {position + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  )
}

function stepState(position: number, currentPosition: number): 'past' | 'current' | 'ahead' {
  if (position < currentPosition) return 'past'
  return position === currentPosition ? 'current' : 'ahead'
}
