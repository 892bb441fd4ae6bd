import { Box, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import type { VisitTask } from '../../../domain/visit.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useRowWindow, windowOffset } from '../../ui/row-window.ts'
import { useDraftedTasks } from './use-drafted-tasks.ts'
import { RemoveTaskDialog } from './remove-task-dialog.tsx'
import { VisitTaskItem } from './visit-task-item.tsx'
import classes from './visits.module.css'
import { useVisitsStore, type VisitTaskView } from './visits-store.ts'

const words = visitLabels.round

/** Unit: CSS pixels at the normal text size. */
const estimatedItemHeight = 84

interface VisitTaskListProps {
  readonly roundId: number
  readonly view: VisitTaskView
}

/** The people of a round in walking order; records are taken in the list itself. */
export function VisitTaskList({ roundId, view }: VisitTaskListProps) {
  const openTaskId = useVisitsStore((state) => state.openTaskId)
  const taskOpened = useVisitsStore((state) => state.taskOpened)
  const [removing, setRemoving] = useState<VisitTask | null>(null)
  const [heldOffset, setHeldOffset] = useState(0)
  const rows = useRowWindow(
    ['visitTask.list', roundId, view],
    (offset, limit) => ask('visitTask.list', { visitRoundId: roundId, view, offset, limit }),
    heldOffset,
  )
  const drafted = useDraftedTasks()
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are read anew in each drawing and kept by nobody
  const virtualizer = useVirtualizer({
    count: rows.totalCount ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedItemHeight,
    getItemKey: (index) => rows.rowAt(index)?.id ?? `row-${index}`,
    overscan: 6,
    onChange: ({ range }) => {
      if (range !== null) setHeldOffset(windowOffset(range.startIndex, range.endIndex))
    },
  })

  const items = virtualizer.getVirtualItems()
  const openIndex = items.find((item) => rows.rowAt(item.index)?.id === openTaskId)?.index
  // A recorded person may leave the list, so the next one's place is known only when the rows are new.
  useEffect(() => {
    if (openIndex !== undefined) virtualizer.scrollToIndex(openIndex)
  }, [virtualizer, openIndex, openTaskId])

  // Who is moved off the list takes the focus along; then the keyboard goes on with the list.
  const hadFocus = useRef(false)
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body)
      scroller.current?.focus({ preventScroll: true })
  })

  const openNextAfter = (index: number) => {
    const next = rows.rowAt(index + 1)
    taskOpened(next?.id ?? null)
    if (next === undefined) scroller.current?.focus()
  }

  if (rows.totalCount === 0) return <Text role="status">{words.empty[view]}</Text>
  return (
    <div className={classes.fill}>
      <Text role="status" mb="xs">
        {rows.totalCount === null ? words.loading : words.rowCount(rows.totalCount)}
      </Text>
      <FailureNotice error={rows.error} />
      <Box
        ref={scroller}
        role="list"
        tabIndex={0}
        aria-label={words.listName}
        className={classes.scroller}
        onFocus={() => {
          hadFocus.current = true
        }}
        onBlur={({ relatedTarget }) => {
          // A dialog gives it back, and says nothing of it while the page is being drawn.
          if (relatedTarget !== null && relatedTarget.closest('dialog') === null) hadFocus.current = false
        }}
      >
        <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const task = rows.rowAt(item.index)
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                role="listitem"
                aria-setsize={rows.totalCount ?? -1}
                aria-posinset={item.index + 1}
                data-index={item.index}
                className={classes.item}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {task === undefined ? (
                  <Text p="md">{words.loadingRow}</Text>
                ) : (
                  <VisitTaskItem
                    task={task}
                    isOpen={task.id === openTaskId}
                    hasDraft={drafted.has(task.id)}
                    onRecorded={() => openNextAfter(item.index)}
                    onRemove={() => setRemoving(task)}
                  />
                )}
              </div>
            )
          })}
        </div>
      </Box>
      {removing !== null && <RemoveTaskDialog task={removing} onClose={() => setRemoving(null)} />}
    </div>
  )
}
