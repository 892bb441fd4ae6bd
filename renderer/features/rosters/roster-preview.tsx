import { Button, Group, NativeSelect, Paper, Text } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { type PaperNumbers, paperNumbers } from '../../../domain/paper-stamp.ts'
import type { Roster } from '../../../domain/roster.ts'
import { RosterSheet } from '../../print/roster-sheet.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice, TroubleNotice } from '../../ui/failure-notice.tsx'
import { PaperDesk } from '../../ui/paper/paper-desk.tsx'
import { PaperOutput } from '../../ui/paper/paper-output.tsx'
import { useWorkbook } from '../../ui/paper/use-workbook.ts'
import { ReasonFields, useReason } from '../../ui/reason-fields.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { RosterProblemNotice } from './roster-problem.tsx'
import { changeRoster } from './rosters-store.ts'
import { useDrawnRoster } from './use-drawn-roster.ts'
import classes from './rosters.module.css'

const words = rosterPageLabels.preview
const paperWords = paperLabels.preview

/** How many names a warning lists before it only counts. */
const namedLimit = 30

const numbersOptions = paperNumbers.map((value) => ({ value, label: paperWords.numbersOptions[value] }))

/** The roster as it will lie on paper, and the ways to get it there. */
export function RosterPreview({ roster }: { readonly roster: Roster }) {
  const { numbers } = roster
  const reason = useReason()
  const [heldBack, setHeldBack] = useState<(() => void) | null>(null)
  const { drawn, isCurrent, error } = useDrawnRoster(roster)
  const sheetCount = drawn?.layout.sheets.length ?? 0
  const missingNames = drawn?.missingNames ?? []
  const problem = drawn?.layout.problem ?? null

  const workbook = useWorkbook()
  const paper = {
    kind: 'roster',
    roster,
    numbers,
    reason: numbers === 'masked' ? null : { purpose: reason.purpose, text: reason.text.trim() },
  } as const

  /** What can't be printed in full is asked about once more. */
  const onceReasoned = (run: () => void) => {
    if (numbers !== 'masked' && reason.read() === null) return
    if (missingNames.length === 0) run()
    else setHeldBack(() => run)
  }

  return (
    <div className={classes.preview}>
      <Paper p="sm" withBorder>
        <PaperOutput
          paper={paper}
          pageCount={sheetCount}
          isReady={isCurrent && sheetCount > 0 && roster.title !== ''}
          beforeOutput={onceReasoned}
          before={
            <NativeSelect
              label={paperWords.numbers}
              data={numbersOptions}
              value={numbers}
              // Every option's value is one of them.
              onChange={(event) => changeRoster({ numbers: event.currentTarget.value as PaperNumbers })}
            />
          }
          after={
            <>
              <Button
                variant="default"
                leftSection={<IconTable aria-hidden="true" />}
                disabled={!isCurrent || drawn === null || drawn.list.rows.length === 0 || workbook.isBusy}
                onClick={() => onceReasoned(() => workbook.save(paper))}
              >
                {paperLabels.output.saveWorkbook}
              </Button>
              <Text role="status" className={classes.pageCount}>
                {drawn === null ? words.loading : words.pageCount(sheetCount, drawn.list.rows.length)}
              </Text>
            </>
          }
        />
        <SuccessNotice sentence={workbook.sentence} />
        <FailureNotice error={workbook.error} />
        {numbers !== 'masked' && (
          <>
            <Text mt="sm">{paperWords.wholeNumbersHint}</Text>
            <Group gap="md" align="flex-start" mt="xs">
              <ReasonFields label={paperWords.purpose} reason={reason} onEnter={() => undefined} />
            </Group>
          </>
        )}
      </Paper>
      {problem !== null && <RosterProblemNotice roster={roster} problem={problem} />}
      {missingNames.length > 0 && (
        <TroubleNotice
          sentence={paperWords.missingText(
            missingNames.slice(0, namedLimit),
            Math.max(0, missingNames.length - namedLimit),
          )}
        />
      )}
      <FailureNotice error={error} />
      {drawn?.list.rows.length === 0 && (
        <Text role="status" size="lg">
          {words.empty}
        </Text>
      )}
      {drawn !== null && sheetCount > 0 && (
        <PaperDesk
          sheetCount={sheetCount}
          widthMm={drawn.layout.size.widthMm}
          heightMm={drawn.layout.size.heightMm}
          drawSheet={(pageIndex) => (
            <RosterSheet list={drawn.list} layout={drawn.layout} pageIndex={pageIndex} />
          )}
        />
      )}
      <ConfirmDialog
        isOpen={heldBack !== null}
        title={paperWords.missingConfirmTitle}
        text={paperWords.missingConfirmText(missingNames.length)}
        confirmLabel={paperWords.missingContinue}
        cancelLabel={paperWords.missingStop}
        onCancel={() => setHeldBack(null)}
        onConfirm={() => {
          setHeldBack(null)
          heldBack?.()
        }}
      />
    </div>
  )
}
