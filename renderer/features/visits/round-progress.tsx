import { Progress } from '@mantine/core'
import { grouped } from '../../../domain/labels/grouped.ts'
import { recordedCount, visitLabels } from '../../../domain/labels/visit.zh.ts'
import type { VisitRound } from '../../../domain/visit.ts'
import classes from './visits.module.css'

const words = visitLabels.progress

interface RoundProgressProps {
  readonly round: VisitRound
  /** Said beside the counts. */
  readonly note?: string
}

/** How far a round is: one bar and the counts it is made of. */
export function RoundProgress({ round, note }: RoundProgressProps) {
  const share = (count: number) => (round.targetCount === 0 ? 0 : (100 * count) / round.targetCount)
  const figures = [
    { key: 'target', label: words.target, count: round.targetCount },
    { key: 'done', label: words.done, count: round.doneCount },
    { key: 'absent', label: words.absent, count: round.absentCount },
    { key: 'refused', label: words.refused, count: round.refusedCount },
    { key: 'pending', label: words.pending, count: round.targetCount - recordedCount(round) },
  ]
  return (
    <div>
      <div className={classes.progressLine}>
        <dl className={classes.figures}>
          {figures.map((figure) => (
            <div key={figure.key} className={classes.figure} data-figure={figure.key}>
              <dt>{figure.label}</dt>
              <dd>
                <strong>{grouped(figure.count)}</strong> {words.unit}
              </dd>
            </div>
          ))}
        </dl>
        {note !== undefined && <span>{note}</span>}
      </div>
      <Progress.Root size="lg" mt="xs">
        <Progress.Section
          value={share(recordedCount(round))}
          aria-label={visitLabels.rounds.progressName(round.name)}
          aria-valuetext={words.sentence(round)}
        />
      </Progress.Root>
    </div>
  )
}
