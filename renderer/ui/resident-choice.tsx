import { Radio, Stack, Text } from '@mantine/core'
import { sexes } from '../../domain/codes/sex.ts'
import { pickerLabels } from '../../domain/labels/picker.zh.ts'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import type { ResidentRow } from '../../domain/resident.ts'
import classes from './resident-picker.module.css'

interface ResidentChoiceProps {
  readonly residents: readonly ResidentRow[]
  readonly totalCount: number
  readonly chosenId: number | null
  readonly onChoose: (resident: ResidentRow) => void
}

/** The people a search found, to choose one of. */
export function ResidentChoice({ residents, totalCount, chosenId, onChoose }: ResidentChoiceProps) {
  return (
    <div>
      <Text role="status">
        {totalCount === 0 ? pickerLabels.noResult : pickerLabels.resultCount(totalCount)}
      </Text>
      {residents.length > 0 && (
        <Radio.Group
          size="md"
          label={pickerLabels.resultsName}
          className={classes.found}
          value={chosenId === null ? null : String(chosenId)}
          onChange={(value) => {
            const resident = residents.find((each) => String(each.id) === value)
            if (resident !== undefined) onChoose(resident)
          }}
        >
          <Stack gap="xs" mt="xs">
            {residents.map((resident) => (
              <Radio
                size="md"
                key={resident.id}
                value={String(resident.id)}
                label={resident.name}
                description={descriptionOf(resident)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </div>
  )
}

function descriptionOf(resident: ResidentRow): string {
  const person = pickerLabels.person(sexes[resident.sex], resident.age)
  const presence = resident.presence === 'here' ? '' : residentLabels.presence[resident.presence]
  return [presence, person, resident.address, resident.idNumberMasked]
    .filter((part) => part !== '')
    .join('\u3000')
}
