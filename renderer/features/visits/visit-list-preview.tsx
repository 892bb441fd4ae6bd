import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import { type PaperNumbers, paperNumbers } from '../../../domain/paper-stamp.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice, TroubleNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { sheetMm } from '../../print/visit-list-columns.ts'
import { VisitListSheet } from '../../print/visit-list-sheet.tsx'
import { PaperDesk } from '../../ui/paper/paper-desk.tsx'
import { PaperOutput } from '../../ui/paper/paper-output.tsx'
import { ReasonFields, useReason } from '../../ui/reason-fields.tsx'
import { useDrawnVisitList } from './use-drawn-visit-list.ts'
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts'
import { wholeVisitList } from './whole-visit-list.ts'
import classes from './visits.module.css'

const words = paperLabels.preview

/** How many names a warning lists before it only counts. */
const namedLimit = 30

const numbersOptions = paperNumbers.map((value) => ({ value, label: words.numbersOptions[value] }))

interface VisitListPreviewProps {
  readonly roundId: number
  readonly onBack: () => void
}

/** The visit list as it will lie on paper, and the ways to get it there. */
export function VisitListPreview({ roundId, onBack }: VisitListPreviewProps) {
  const [numbers, setNumbers] = useState<PaperNumbers>('masked')
  const reason = useReason()
  const [heldBack, setHeldBack] = useState<(() => void) | null>(null)
  const listQuery = useQuery({
    queryKey: ['paper.visitList', roundId],
    queryFn: () => wholeVisitList(roundId),
    gcTime: 0,
  })
  const drawn = useDrawnVisitList(listQuery.data)

  const place = useFocusOnMount()
  const isReady = drawn !== null && drawn.layout.sheets.length > 0
  const isEmpty = drawn?.list.rows.length === 0
  const missingNames = drawn?.missingNames ?? []

  /** What can't be printed in full is asked about once more. */
  const onceReasoned = (run: () => void) => {
    if (numbers !== 'masked' && reason.read() === null) return
    if (missingNames.length === 0) run()
    else setHeldBack(() => run)
  }

  return (
    <Stack ref={place} tabIndex={-1} className={`${classes.place} ${classes.preview}`} gap="md">
      <PageHeader title={words.title}>
        <Button variant="default" leftSection={<IconArrowLeft aria-hidden="true" />} onClick={onBack}>
          {words.back}
        </Button>
      </PageHeader>
      <Paper p="md" withBorder>
        <PaperOutput
          paper={{
            kind: 'visitList',
            visitRoundId: roundId,
            numbers,
            reason: numbers === 'masked' ? null : { purpose: reason.purpose, text: reason.text.trim() },
          }}
          pageCount={drawn?.layout.sheets.length ?? 0}
          isReady={isReady}
          beforeOutput={onceReasoned}
          before={
            <NativeSelect
              label={words.numbers}
              data={numbersOptions}
              value={numbers}
              // Every option's value is one of them.
              onChange={(event) => setNumbers(event.currentTarget.value as PaperNumbers)}
            />
          }
          after={
            <Text role="status" className={classes.pageCount}>
              {drawn === null
                ? words.loading
                : words.pageCount(drawn.layout.sheets.length, drawn.list.rows.length)}
            </Text>
          }
        />
        {numbers !== 'masked' && (
          <>
            <Text mt="sm">{words.wholeNumbersHint}</Text>
            <Group gap="md" align="flex-start" mt="xs">
              <ReasonFields label={words.purpose} reason={reason} onEnter={() => undefined} />
            </Group>
          </>
        )}
      </Paper>
      {missingNames.length > 0 && (
        <TroubleNotice
          sentence={words.missingText(
            missingNames.slice(0, namedLimit),
            Math.max(0, missingNames.length - namedLimit),
          )}
        />
      )}
      <FailureNotice error={listQuery.error} />
      {isEmpty && (
        <Text role="status" size="lg">
          {words.empty}
        </Text>
      )}
      {drawn !== null && drawn.layout.sheets.length > 0 && (
        <PaperDesk
          sheetCount={drawn.layout.sheets.length}
          widthMm={sheetMm.width}
          heightMm={sheetMm.height}
          drawSheet={(pageIndex) => (
            <VisitListSheet list={drawn.list} layout={drawn.layout} pageIndex={pageIndex} />
          )}
        />
      )}
      <ConfirmDialog
        isOpen={heldBack !== null}
        title={words.missingConfirmTitle}
        text={words.missingConfirmText(missingNames.length)}
        confirmLabel={words.missingContinue}
        cancelLabel={words.missingStop}
        onCancel={() => setHeldBack(null)}
        onConfirm={() => {
          setHeldBack(null)
          heldBack?.()
        }}
      />
    </Stack>
  )
}
