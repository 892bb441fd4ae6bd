import { Button } from '@mantine/core'
import { conditionLabels, conditionText, type ConditionNames } from '../../../domain/labels/condition.zh.ts'
import type { ConditionGroup } from '../../../domain/resident-condition.ts'
import { conditionPart } from '../../../domain/filter-condition.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { ConditionDialog } from './condition-dialog.tsx'
import { changeFilter, rememberUsedFilter, useResidentsStore } from './residents-store.ts'
import { SavedFiltersDialog } from './saved-filters-dialog.tsx'
import { usePlaceNames } from '../../ui/condition/use-places.ts'
import classes from '../../ui/condition/conditions.module.css'

const words = conditionLabels

export interface ResidentConditionsProps {
  readonly open: 'edit' | 'saved' | null
  readonly onClose: () => void
}

/** The conditions that are on, as chips, and the dialogs for them. */
export function ResidentConditions({ open, onClose }: ResidentConditionsProps) {
  const filter = useResidentsStore((store) => store.filter)
  const usedFilter = useResidentsStore((store) => store.usedFilter)
  const places = usePlaceNames()
  const ownFields = useOwnFields()
  const names: ConditionNames = { places, ownFields }
  const { condition } = filter
  return (
    <>
      {condition !== null && (
        <>
          <ul className={classes.chips} aria-label={words.chipsName}>
            {usedFilter !== null && isStillUsed(usedFilter.condition, condition) ? (
              <li className={classes.chip}>{words.used(usedFilter.name)}</li>
            ) : (
              chipsOf(condition).map((part, index) => (
                <li key={index} className={classes.chip}>
                  {conditionText(part, names)}
                </li>
              ))
            )}
          </ul>
          <Button
            variant="subtle"
            size="sm"
            onClick={() => {
              rememberUsedFilter(null)
              changeFilter(conditionPart(null))
            }}
          >
            {words.clear}
          </Button>
        </>
      )}
      {open === 'edit' && (
        <ConditionDialog filter={filter} names={names} usedFilter={usedFilter} onClose={onClose} />
      )}
      {open === 'saved' && <SavedFiltersDialog names={names} onClose={onClose} />}
    </>
  )
}

/** Conditions that all must hold stand side by side; anything else is one sentence. */
function chipsOf(condition: ConditionGroup) {
  return condition.match === 'all' && !condition.isNot ? condition.conditions : [condition]
}

function isStillUsed(saved: ConditionGroup | null, asked: ConditionGroup): boolean {
  return JSON.stringify(saved) === JSON.stringify(asked)
}
