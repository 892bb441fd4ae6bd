import { IconLock } from '@tabler/icons-react'
import { diaryMatters } from '../../../domain/codes/diary-matter.ts'
import type { DiaryRow } from '../../../domain/diary.ts'
import { diaryLabels, followUpLabels } from '../../../domain/labels/diary.zh.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import classes from './diary.module.css'

const words = diaryLabels.list
const { columns } = words

export const diaryColumns: readonly DataTableColumn<DiaryRow>[] = [
  {
    key: 'number',
    header: columns.number,
    width: '6.5rem',
    cell: ({ number }) => <strong className={classes.numeric}>{number}</strong>,
  },
  {
    key: 'entryOn',
    header: columns.entryOn,
    width: '7rem',
    cell: ({ entryOn }) => <span className={classes.numeric}>{entryOn}</span>,
  },
  {
    key: 'matter',
    header: columns.matter,
    width: '6rem',
    cell: ({ matter, isSealed }) => (matter === null ? isSealed ? <Sealed /> : '' : diaryMatters[matter]),
  },
  { key: 'names', header: columns.names, width: 'minmax(7rem, 1.2fr)', cell: namesOf },
  { key: 'excerpt', header: columns.excerpt, width: 'minmax(10rem, 3fr)', cell: excerptOf },
  {
    key: 'followUp',
    header: columns.followUp,
    width: '11rem',
    cell: ({ followUp, followUpOn }) => (
      <span className={followUp === 'overdue' ? classes.late : undefined}>
        {followUp === 'done' || followUpOn === null
          ? followUpLabels[followUp]
          : words.followUpBy(followUpLabels[followUp], followUpOn)}
      </span>
    ),
  },
  { key: 'staff', header: columns.staff, width: 'minmax(5rem, 0.8fr)', cell: ({ staffName }) => staffName },
]

function Sealed() {
  return (
    <span className={classes.sealed}>
      <IconLock aria-hidden="true" size="1.1rem" />
      {words.sealed}
    </span>
  )
}

function namesOf({ names, isSealed }: DiaryRow): string {
  if (isSealed) return ''
  return names.length === 0 ? words.nobody : names.join(words.separator)
}

function excerptOf({ excerpt, isSealed }: DiaryRow) {
  return isSealed ? <span className={classes.quiet}>{words.sealedExcerpt}</span> : excerpt
}
