import { Button, Group, Text } from '@mantine/core'
import { type Ref, useRef } from 'react'
import { Link } from 'wouter'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { draftLabels } from '../../../domain/labels/draft.zh.ts'
import { visitLabels, visitOutcomeLabels } from '../../../domain/labels/visit.zh.ts'
import type { VisitTask } from '../../../domain/visit.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { sexLabel } from './sex-label.ts'
import { TaskPhone } from './task-phone.tsx'
import { useRoundChange } from './use-round-change.ts'
import { VisitRecordForm } from './visit-record-form.tsx'
import classes from './visits.module.css'
import { useVisitsStore } from './visits-store.ts'

const words = visitLabels.round

interface VisitTaskItemProps {
  readonly task: VisitTask
  readonly isOpen: boolean
  /** Its form was left half filled in. */
  readonly hasDraft: boolean
  readonly onRecorded: () => void
  readonly onRemove: () => void
}

/** One person of the round: who and where, why, how it went, and the record form when it is open. */
export function VisitTaskItem({ task, isOpen, hasDraft, onRecorded, onRemove }: VisitTaskItemProps) {
  const toggle = useRef<HTMLButtonElement>(null)
  const taskOpened = useVisitsStore((state) => state.taskOpened)
  const close = () => {
    taskOpened(null)
    toggle.current?.focus()
  }
  return (
    <div className={classes.task} data-open={isOpen}>
      <div className={classes.taskLine}>
        <div>
          <Text size="lg" fw={700}>
            <PersonName name={task.residentName} />
          </Text>
          <Text>{words.person(task, sexLabel(task.sex))}</Text>
        </div>
        <div>
          <Text>{task.address === '' ? words.noAddress : task.address}</Text>
          <TaskPhone task={task} />
        </div>
        <div>
          {task.reasons.length > 0 && <Text>{task.reasons.join(words.reasonSeparator)}</Text>}
          {task.isAddedByHand && <Text>{words.addedByHand(task.addedReason)}</Text>}
          {task.isRemoved && <Text>{words.removedBecause(task.removedReason)}</Text>}
        </div>
        <div>
          <span className={classes.outcome} data-outcome={task.outcome}>
            {visitOutcomeLabels[task.outcome]}
          </span>
          {hasDraft && !isOpen && <span className={classes.draft}>{draftLabels.badge}</span>}
          <Text>{words.visited(task)}</Text>
          {task.note !== '' && <Text>{task.note}</Text>}
        </div>
        <TaskButtons task={task} isOpen={isOpen} toggleRef={toggle} onRemove={onRemove} />
      </div>
      {isOpen && (
        <VisitRecordForm
          key={`${task.id}-${task.revision}`}
          task={task}
          onRecorded={onRecorded}
          onClose={close}
        />
      )}
    </div>
  )
}

interface TaskButtonsProps extends Omit<VisitTaskItemProps, 'onRecorded' | 'hasDraft'> {
  readonly toggleRef: Ref<HTMLButtonElement>
}

function TaskButtons({ task, isOpen, toggleRef, onRemove }: TaskButtonsProps) {
  const taskOpened = useVisitsStore((state) => state.taskOpened)
  const restore = useRoundChange({
    change: () => ask('visitTask.restore', { visitTaskId: task.id, revision: task.revision }),
    announce: (restored) => words.restored(restored.residentName),
  })
  const mayChange = useMay('visitTask.record')
  const name = task.residentName
  if (!mayChange) return null
  if (task.isRemoved) {
    return (
      <div>
        <Button
          variant="default"
          aria-label={words.restoreOf(name)}
          loading={restore.isPending}
          onClick={() => restore.mutate(undefined)}
        >
          {words.restore}
        </Button>
        <FailureNotice error={restore.error} />
      </div>
    )
  }
  const isPending = task.outcome === 'pending'
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <Button
        ref={toggleRef}
        variant="light"
        aria-expanded={isOpen}
        aria-label={isPending ? words.recordOf(name) : words.changeOf(name)}
        onClick={() => taskOpened(isOpen ? null : task.id)}
      >
        {isPending ? words.record : words.change}
      </Button>
      {!isPending && (
        <Button
          component={Link}
          href={`/diary/new/visit/${task.id}`}
          variant="default"
          aria-label={diaryLabels.fromVisit(name)}
        >
          {diaryLabels.card.write}
        </Button>
      )}
      <Button variant="default" aria-label={words.removeOf(name)} onClick={onRemove}>
        {words.remove}
      </Button>
    </Group>
  )
}
