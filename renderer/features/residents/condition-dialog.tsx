import { Button, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useId, useState } from 'react'
import { conditionPart } from '../../../domain/filter-condition.ts'
import { conditionLabels, type ConditionNames } from '../../../domain/labels/condition.zh.ts'
import type { SavedFilter } from '../../../domain/saved-filter.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import { useMay } from '../../ledger/app-state.ts'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { ConditionCount } from './condition-count.tsx'
import { conditionOf, draftOf, isUnfinished } from '../../ui/condition/condition-draft.ts'
import { ConditionGroupFields } from '../../ui/condition/condition-group.tsx'
import { SaveFilter } from './save-filter.tsx'
import { changeFilter } from './residents-store.ts'

const words = conditionLabels.dialog

interface ConditionDialogProps {
  readonly filter: ResidentFilter
  readonly names: ConditionNames
  readonly usedFilter: SavedFilter | null
  readonly onClose: () => void
}

/** Any combination of facts, with the count of those who meet it while it is filled in. */
export function ConditionDialog({ filter, names, usedFilter, onClose }: ConditionDialogProps) {
  const formId = useId()
  const maySave = useMay('savedFilter.save')
  const [draft, setDraft] = useState(() => draftOf(filter.condition))
  const [firstKey] = useState(() => draft.items[0]?.key ?? null)
  const condition = conditionOf(draft)
  const edited: ResidentFilter = {
    ...filter,
    condition,
    // A choice of the list itself that says otherwise than usual stays.
    ...(filter.presence === conditionPart(filter.condition).presence ? conditionPart(condition) : {}),
  }
  const [counted] = useDebouncedValue(edited, 250)
  const apply = () => {
    changeFilter({ condition: edited.condition, presence: edited.presence })
    onClose()
  }
  return (
    <ModalDialog
      title={words.title}
      width="broad"
      onCancel={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" form={formId}>
            {words.apply}
          </Button>
        </>
      }
    >
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- an open list takes the Esc before the dialog does */}
      <div
        onKeyDown={(event) => {
          const { target } = event
          const isListOpen = target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true'
          if (event.key === 'Escape' && isListOpen) event.preventDefault()
        }}
      >
        <FormFrame id={formId} label={words.title} onSubmit={apply}>
          <ConditionGroupFields group={draft} names={names} order="" newKey={firstKey} onChange={setDraft} />
        </FormFrame>
      </div>
      {isUnfinished(draft) && <Text>{words.unfinished}</Text>}
      <ConditionCount filter={counted} />
      {maySave && <SaveFilter filter={edited} usedFilter={usedFilter} onSaved={onClose} />}
    </ModalDialog>
  )
}
