import type { KeyboardEvent, MouseEvent } from 'react'
import type { FetchRows } from './row-window.ts'

/** What a list needs to let several of its rows be chosen. */
export interface RowSelection<Row> {
  readonly isChosen: (row: Row) => boolean
  readonly areAllChosen: boolean
  readonly isAnyChosen: boolean
  /** Names the box of a row, and of the head. */
  readonly rowLabel: (row: Row) => string
  readonly allLabel: string
  readonly onToggle: (row: Row) => void
  /** One stretch of rows, besides what was chosen before it began; its rows are named once they are read. */
  readonly beginStretch: () => (rows: readonly Row[]) => void
  readonly onStretchTooLong: () => void
  readonly onAll: () => void
  readonly onNone: () => void
  readonly onCopy: () => void
}

/** Unit: rows; a longer stretch is chosen another way. */
const longestStretch = 200

interface ListRows<Row> {
  /** Where the stretch under way began. */
  readonly anchorRow: number
  readonly onAnchor: (index: number) => void
  readonly rowAt: (index: number) => Row | undefined
  readonly fetchRows: FetchRows<Row>
}

/** The keys and clicks that choose rows; nothing happens in a list whose rows can't be chosen. */
export function rowChoosing<Row>(
  selection: RowSelection<Row> | undefined,
  { anchorRow, onAnchor, rowAt, fetchRows }: ListRows<Row>,
) {
  const stretchTo = (index: number) => {
    if (selection === undefined) return
    const [first, last] = [Math.min(anchorRow, index), Math.max(anchorRow, index)]
    const length = last - first + 1
    if (length > longestStretch) {
      selection.onStretchTooLong()
      return
    }
    const choose = selection.beginStretch()
    const held = Array.from({ length }, (_, place) => rowAt(first + place)).filter((row) => row !== undefined)
    if (held.length === length) {
      choose(held)
      return
    }
    fetchRows(first, length).then(
      ({ rows }) => choose(rows),
      // The list itself says that its rows can't be read.
      () => undefined,
    )
  }

  const toggle = (index: number) => {
    const row = rowAt(index)
    if (row === undefined || selection === undefined) return
    onAnchor(index)
    selection.onToggle(row)
  }

  return {
    /** True when the key was one of these. */
    onKey: (event: KeyboardEvent, activeRow: number): boolean => {
      if (selection === undefined) return false
      const key = event.key.toLowerCase()
      const isCommand = event.ctrlKey && !event.shiftKey && !event.altKey
      if (event.key === ' ' && !event.ctrlKey) toggle(activeRow)
      else if (isCommand && key === 'a') selection.onAll()
      else if (isCommand && key === 'c') selection.onCopy()
      else if (event.key === 'Escape' && selection.isAnyChosen) selection.onNone()
      else return false
      event.preventDefault()
      return true
    },
    /** A key has led to another row, with the shift key or without it. */
    onMove: (isStretched: boolean, to: number) => {
      if (isStretched) stretchTo(to)
      else onAnchor(to)
    },
    /** True when the click chose rows instead of opening one. */
    onClick: (event: MouseEvent, index: number, isOnBox: boolean): boolean => {
      if (selection === undefined) return false
      if (event.shiftKey) stretchTo(index)
      else if (isOnBox || event.ctrlKey) toggle(index)
      else return false
      return true
    },
  }
}
