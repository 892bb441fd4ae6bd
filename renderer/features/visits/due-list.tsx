import { Box, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { ChannelOutput } from '../../../domain/contract.ts'
import type { DueFilter, DueRow } from '../../../domain/due-visit-view.ts'
import { dueVisitLabels } from '../../../domain/labels/due-visit.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useRowWindow, windowOffset } from '../../ui/row-window.ts'
import { DueItem } from './due-item.tsx'
import classes from './visits.module.css'

const words = dueVisitLabels

/** Unit: CSS pixels at the normal text size. */
const estimatedItemHeight = 96

interface DueListProps {
  readonly filter: DueFilter
  readonly onDone: (sentence: string) => void
}

/** Those to visit; results are written down in the list itself, and the next person opens by itself. */
export function DueList({ filter, onDone }: DueListProps) {
  const queries = useQueryClient()
  const [openId, setOpenId] = useState<number | null>(null)
  const [passing, setPassing] = useState<DueRow | null>(null)
  const [heldOffset, setHeldOffset] = useState(0)
  const rows = useRowWindow<DueRow, Pick<ChannelOutput<'dueVisit.list'>, 'householdCount'>>(
    ['dueVisit.list', filter],
    (offset, limit) => ask('dueVisit.list', { filter, offset, limit }),
    heldOffset,
  )
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are read anew in each drawing and kept by nobody
  const virtualizer = useVirtualizer({
    count: rows.totalCount ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedItemHeight,
    getItemKey: (index) => rows.rowAt(index)?.residentId ?? `row-${index}`,
    overscan: 6,
    onChange: ({ range }) => {
      if (range !== null) setHeldOffset(windowOffset(range.startIndex, range.endIndex))
    },
  })
  const items = virtualizer.getVirtualItems()
  const openIndex = items.find((item) => rows.rowAt(item.index)?.residentId === openId)?.index
  useEffect(() => {
    if (openIndex !== undefined) virtualizer.scrollToIndex(openIndex)
  }, [virtualizer, openIndex, openId])

  const letPass = useMutation({
    mutationFn: ({ row, reason }: { readonly row: DueRow; readonly reason: string }) =>
      ask('dueVisit.letPass', { residentId: row.residentId, reason }),
    onSuccess: async (_answer, { row }) => {
      setPassing(null)
      await queries.invalidateQueries()
      onDone(words.pass.done(row.residentName))
    },
  })

  const recorded = async (index: number, ids: readonly number[], sentence: string) => {
    // Others of the household may have been written down along with this one.
    let next = rows.rowAt(index + 1)
    for (let after = index + 2; next !== undefined && ids.includes(next.residentId); after += 1)
      next = rows.rowAt(after)
    setOpenId(next?.residentId ?? null)
    await queries.invalidateQueries()
    onDone(sentence)
    if (next === undefined) scroller.current?.focus()
  }

  if (rows.totalCount === 0)
    return (
      <div>
        <Text role="status">{words.empty[filter.view]}</Text>
        <Text>{words.emptyHelp}</Text>
      </div>
    )
  return (
    <div className={classes.fill}>
      <Text role="status" mb="xs">
        {rows.page === null ? words.loading : words.total(rows.page.totalCount, rows.page.householdCount)}
      </Text>
      <FailureNotice error={rows.error} />
      <Box ref={scroller} role="list" tabIndex={0} aria-label={words.listName} className={classes.scroller}>
        <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows.rowAt(item.index)
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
                {row === undefined ? (
                  <Text p="md">{words.loading}</Text>
                ) : (
                  <DueItem
                    row={row}
                    isOpen={row.residentId === openId}
                    onOpen={() => setOpenId(row.residentId)}
                    onClose={() => setOpenId(null)}
                    onLetPass={() => {
                      letPass.reset()
                      setPassing(row)
                    }}
                    onRecorded={(ids, sentence) => void recorded(item.index, ids, sentence)}
                  />
                )}
              </div>
            )
          })}
        </div>
      </Box>
      {passing !== null && (
        <ReasonDialog
          words={{ ...words.pass, title: words.pass.title(passing.residentName) }}
          isBusy={letPass.isPending}
          isDone={letPass.isSuccess}
          error={letPass.error}
          onReason={(reason) => letPass.mutate({ row: passing, reason })}
          onCancel={() => setPassing(null)}
        />
      )}
    </div>
  )
}
