import { Button, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { careHistoryLabels } from '../../../domain/labels/claim.zh.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { attachedKindLabels, changeSourceLabels, lifeLabels } from '../../../domain/labels/life.zh.ts'
import { columnMoment } from '../../../domain/labels/moment.zh.ts'
import { noticeLabels } from '../../../domain/labels/privacy-notice.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { attachedKindOf } from '../../../domain/record-change.ts'
import type { TimelineEntry } from '../../../domain/record-timeline.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { useMoreRows } from '../../ui/more-rows.ts'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import classes from './timeline-dialog.module.css'

const words = lifeLabels.timeline

/** Unit: changes shown at first, and with each further step. */
const stepSize = 50

interface TimelineDialogProps {
  readonly resident: ResidentView
  readonly onChanged: (view: ResidentView) => void
  readonly onClose: () => void
}

/** Who changed what of a person, when and how; one change is taken back from here. */
export function TimelineDialog({ resident, onChanged, onClose }: TimelineDialogProps) {
  const [asked, setAsked] = useState<TimelineEntry | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const mayUndo = useMay('resident.undoChange')
  const timeline = useMoreRows(
    ['resident.timeline', resident.id],
    (offset, limit) => ask('resident.timeline', { id: resident.id, offset, limit }),
    stepSize,
  )
  const undoing = useMutation({
    mutationFn: ({ id }: TimelineEntry) => ask('resident.undoChange', { changeId: id }),
    onSuccess: (view, entry) => {
      setNotice(words.undoDone(fieldLabel(entry)))
      setAsked(null)
      onChanged(view)
    },
    onError: () => setAsked(null),
  })
  const { rows } = timeline
  return (
    <ModalDialog
      title={words.title}
      width="broad"
      onCancel={onClose}
      actions={
        <Button data-autofocus variant="default" onClick={onClose}>
          {lifeLabels.timeline.close}
        </Button>
      }
    >
      <SuccessNotice sentence={notice} />
      <FailureNotice error={timeline.error ?? undoing.error} />
      {timeline.totalCount === 0 && <Text>{words.empty}</Text>}
      {rows.length > 0 && (
        <div className={classes.scroll}>
          <Table aria-label={words.caption} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.at}</Table.Th>
                <Table.Th scope="col">{words.who}</Table.Th>
                <Table.Th scope="col">{words.what}</Table.Th>
                <Table.Th scope="col">{words.before}</Table.Th>
                <Table.Th scope="col">{words.after}</Table.Th>
                <Table.Th scope="col">{words.source}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td className={classes.moment}>{columnMoment(row.at)}</Table.Td>
                  <Table.Td>{row.staffName}</Table.Td>
                  {row.field === 'record' ? (
                    <Table.Td colSpan={3}>{wholeSentence(row)}</Table.Td>
                  ) : (
                    <>
                      <Table.Td>{fieldLabel(row)}</Table.Td>
                      <Table.Td className={classes.text}>
                        {row.before === '' ? words.nothing : row.before}
                      </Table.Td>
                      <Table.Td className={classes.text}>
                        {row.after === '' ? words.nothing : row.after}
                      </Table.Td>
                    </>
                  )}
                  <Table.Td>
                    {changeSourceLabels[row.source]}
                    {row.reason !== '' && <Text size="sm">{words.why(row.reason)}</Text>}
                    {row.undoneAt !== null && <Text size="sm">{words.undone}</Text>}
                    {mayUndo && row.isUndoable && (
                      <Button
                        variant="subtle"
                        size="compact-md"
                        aria-label={words.undoOf(fieldLabel(row))}
                        onClick={() => setAsked(row)}
                      >
                        {words.undo}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {timeline.hasMore && (
        <Button variant="default" loading={timeline.isReadingMore} onClick={timeline.readMore}>
          {words.more}
        </Button>
      )}
      <ConfirmDialog
        isOpen={asked !== null}
        title={words.undoTitle(asked === null ? '' : fieldLabel(asked))}
        text={words.undoText(asked === null || asked.before === '' ? words.nothing : asked.before)}
        confirmLabel={words.undoConfirm}
        cancelLabel={words.cancel}
        isBusy={undoing.isPending}
        onConfirm={() => {
          if (asked !== null) undoing.mutate(asked)
        }}
        onCancel={() => setAsked(null)}
      />
    </ModalDialog>
  )
}

function fieldLabel({ field, ownFieldName }: TimelineEntry): string {
  if (ownFieldName !== null) return ownFieldName
  if (field === 'presence') return residentLabels.list.presence
  if (field === 'noticeSigned') return noticeLabels.history
  if (field === 'claim' || field === 'phoneCall') return careHistoryLabels[field]
  if (field === 'diaryEntry') return diaryLabels.history
  const attached = attachedKindOf(field)
  if (attached !== null) return attachedKindLabels[attached]
  return field in residentFieldLabels ? residentFieldLabels[field as keyof typeof residentFieldLabels] : field
}

function wholeSentence({ before, after }: TimelineEntry): string {
  if (after === 'removed') return words.removed
  return before === 'removed' ? words.restored : words.added
}
