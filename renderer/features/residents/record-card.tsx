import { Button, Group, Paper, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { lifeLabels } from '../../../domain/labels/life.zh.ts'
import { personDataLabels } from '../../../domain/labels/person-data.zh.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { useMay } from '../../ledger/app-state.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { TimelineDialog } from './timeline-dialog.tsx'

const words = lifeLabels

interface RecordCardProps {
  readonly resident: ResidentView
  readonly onChanged: (view: ResidentView) => void
}

/** The history of the record itself, and the way out of the ledger for one that should not be in it. */
export function RecordCard({ resident, onChanged }: RecordCardProps) {
  const [open, setOpen] = useState<'timeline' | 'remove' | null>(null)
  const mayRemove = useMay('resident.remove')
  const mayPrint = useMay('paper.personData')
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.timeline.title}>
      <Title order={2} size="h4" mb="sm">
        {words.timeline.title}
      </Title>
      <Group gap="xs">
        <Button variant="default" size="sm" onClick={() => setOpen('timeline')}>
          {words.timeline.show}
        </Button>
        {mayPrint && (
          <Button component={Link} href={`/residents/${resident.id}/data`} variant="default" size="sm">
            {personDataLabels.page.open}
          </Button>
        )}
        {mayRemove && (
          <Button variant="default" size="sm" onClick={() => setOpen('remove')}>
            {words.bin.remove}
          </Button>
        )}
      </Group>
      {open === 'timeline' && (
        <TimelineDialog resident={resident} onChanged={onChanged} onClose={() => setOpen(null)} />
      )}
      {open === 'remove' && <RemoveDialog resident={resident} onCancel={() => setOpen(null)} />}
    </Paper>
  )
}
