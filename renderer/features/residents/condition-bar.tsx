import { Button } from '@mantine/core'
import { IconBookmark, IconFilter } from '@tabler/icons-react'
import { type ComponentType, Suspense, useState } from 'react'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentConditionsProps } from './resident-conditions.tsx'
import { useResidentsStore } from './residents-store.ts'
import classes from '../../ui/condition/conditions.module.css'

const words = residentLabels.list

interface ConditionBarProps {
  /** What the first screen does without, until it is asked for. */
  readonly Conditions: ComponentType<ResidentConditionsProps>
}

/** The way to any combination of facts, and what of it is on. */
export function ConditionBar({ Conditions }: ConditionBarProps) {
  const [open, setOpen] = useState<ResidentConditionsProps['open']>(null)
  const isAsked = useResidentsStore(({ filter }) => filter.condition !== null)
  return (
    <div className={classes.bar}>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconFilter aria-hidden="true" size="1.125rem" />}
        onClick={() => setOpen('edit')}
      >
        {words.moreConditions}
      </Button>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconBookmark aria-hidden="true" size="1.125rem" />}
        onClick={() => setOpen('saved')}
      >
        {words.savedFilters}
      </Button>
      {(isAsked || open !== null) && (
        <Suspense fallback={null}>
          <Conditions open={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  )
}
