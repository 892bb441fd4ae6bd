import { Anchor, Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { DueRow } from '../../../domain/due-visit-view.ts'
import { dueReasonText, dueStateLabels, dueVisitLabels } from '../../../domain/labels/due-visit.zh.ts'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { DueRecordForm } from './due-record-form.tsx'
import { sexLabel } from './sex-label.ts'
import classes from './visits.module.css'

const words = dueVisitLabels

interface DueItemProps {
  readonly row: DueRow
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onLetPass: () => void
  readonly onRecorded: (ids: readonly number[], sentence: string) => void
}

/** Somebody to visit: who, where, why and until when; opened, the form for the result. */
export function DueItem({ row, isOpen, onOpen, onClose, onLetPass, onRecorded }: DueItemProps) {
  const mayRecord = useMay('dueVisit.record')
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // The form that had the focus is gone.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <div className={classes.task} data-open={isOpen}>
      <div className={classes.taskLine}>
        <div>
          <Anchor
            component={Link}
            href={`/residents/${row.residentId}`}
            fw={700}
            aria-label={words.open(row.residentName)}
          >
            {row.residentName}
          </Anchor>
          <div>{visitLabels.round.person(row, sexLabel(row.sex))}</div>
        </div>
        <div>
          {row.address === '' ? visitLabels.round.noAddress : row.address}
          <div>{row.phoneMasked === '' ? visitLabels.round.noPhone : row.phoneMasked}</div>
        </div>
        <div>
          {row.reasons.map((reason) => (
            <div key={`${reason.name} ${reason.occasionOn}`}>{dueReasonText(reason)}</div>
          ))}
          {row.responsible.length > 0 && <Text size="sm">{words.goes(row.responsible)}</Text>}
        </div>
        <div>
          <span className={classes.outcome} data-due={row.state}>
            {dueStateLabels[row.state]}
          </span>
          <Text size="sm">{words.until(row.dueToOn, row.state)}</Text>
          <Text size="sm">
            {row.lastTry === null
              ? words.lastContact(row.lastContactOn)
              : words.lastTry(row.lastTry.outcome, row.lastTry.visitedOn)}
          </Text>
        </div>
        {mayRecord && !isOpen ? (
          <Group gap="xs" wrap="nowrap">
            <Button ref={button} size="sm" aria-label={words.recordOf(row.residentName)} onClick={onOpen}>
              {words.record}
            </Button>
            <Button
              size="sm"
              variant="default"
              aria-label={words.letPassOf(row.residentName)}
              onClick={onLetPass}
            >
              {words.letPass}
            </Button>
          </Group>
        ) : (
          <span />
        )}
      </div>
      {isOpen && <DueRecordForm row={row} onClose={onClose} onRecorded={onRecorded} />}
    </div>
  )
}
