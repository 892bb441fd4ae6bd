import { Button, Paper, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { noticeLabels } from '../../../domain/labels/privacy-notice.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { noticeMm } from '../../print/notice-layout.ts'
import { NoticeSheet } from '../../print/notice-sheet.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PaperDesk } from '../../ui/paper/paper-desk.tsx'
import { PaperOutput } from '../../ui/paper/paper-output.tsx'
import { useDrawnNotice } from './use-drawn-notice.ts'
import classes from './rights.module.css'

const words = noticeLabels.page

interface NoticePageProps {
  /** Null for a blank notice. */
  readonly residentId: number | null
}

/** The notice as it will lie on paper, for one person or for a stack, and the ways to get it there. */
export function NoticePage({ residentId }: NoticePageProps) {
  const { data, error } = useQuery({
    ...ledgerQuery('paper.notice', { residentId }),
    gcTime: 0,
    staleTime: 0,
  })
  const layout = useDrawnNotice(data)
  const pageCount = layout?.sheets.length ?? 0
  const name = data?.residentName ?? null
  return (
    <Stack className={classes.paper} gap="md">
      <PageHeader title={name === null ? words.title : words.titleOf(name)}>
        <Button
          component={Link}
          href={residentId === null ? '/settings' : `/residents/${residentId}`}
          variant="default"
          leftSection={<IconArrowLeft aria-hidden="true" />}
        >
          {words.back}
        </Button>
      </PageHeader>
      <Text>{residentId === null ? words.blankHelp : words.help}</Text>
      <Paper p="md" withBorder>
        <PaperOutput
          paper={{ kind: 'notice', residentId }}
          pageCount={pageCount}
          isReady={pageCount > 0}
          after={
            <Text role="status" className={classes.pageCount}>
              {layout === null ? words.loading : words.pageCount(pageCount)}
            </Text>
          }
        />
      </Paper>
      <FailureNotice error={error} />
      {layout !== null && data !== undefined && (
        <PaperDesk
          sheetCount={pageCount}
          widthMm={noticeMm.width}
          heightMm={noticeMm.height}
          drawSheet={(pageIndex) => <NoticeSheet notice={data} layout={layout} pageIndex={pageIndex} />}
        />
      )}
    </Stack>
  )
}
