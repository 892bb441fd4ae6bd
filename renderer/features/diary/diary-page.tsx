import { Button, Text, Title } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import { wholeDiary } from '../../../domain/diary.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { diaryColumns } from './diary-columns.tsx'
import { DiaryFilters } from './diary-filters.tsx'
import { changeDiaryFilter, rememberDiaryPlace, sayInDiary, useDiaryStore } from './diary-store.ts'
import classes from './diary.module.css'

const words = diaryLabels.list

/** Every entry, the newest first; Enter opens one of them. */
export function DiaryPage() {
  const filter = useDiaryStore((store) => store.filter)
  const [place] = useState(() => useDiaryStore.getState().place)
  const [notice] = useState(() => useDiaryStore.getState().notice)
  useEffect(() => sayInDiary(null), [])
  const grid = useRef<HTMLDivElement>(null)
  const mayWrite = useMay('diary.save')
  const isWhole = JSON.stringify(filter) === JSON.stringify(wholeDiary)
  return (
    <div className={classes.page}>
      <PageHeader title={diaryLabels.title}>
        {mayWrite && (
          <Button component={Link} href="/diary/new" leftSection={<IconPencilPlus aria-hidden="true" />}>
            {words.add}
          </Button>
        )}
      </PageHeader>
      <SuccessNotice sentence={notice} />
      <DiaryFilters filter={filter} onLeaveDown={() => grid.current?.focus()} />
      <DataTable
        label={words.caption}
        columns={diaryColumns}
        queryKey={['diary.list', filter]}
        fetchRows={(offset, limit) => ask('diary.list', { filter, offset, limit })}
        countSentence={words.total}
        emptyState={
          <div className={classes.empty}>
            <Title order={2} size="h4">
              {isWhole ? words.emptyTitle : words.noneTitle}
            </Title>
            <Text my="sm">{isWhole ? words.emptyText : words.noneText}</Text>
            {!isWhole && (
              <Button variant="default" onClick={() => changeDiaryFilter(wholeDiary)}>
                {words.clear}
              </Button>
            )}
          </div>
        }
        initialPlace={place}
        onPlace={rememberDiaryPlace}
        gridRef={grid}
        onOpen={({ id }) => navigate(`/diary/${id}`)}
      />
    </div>
  )
}
