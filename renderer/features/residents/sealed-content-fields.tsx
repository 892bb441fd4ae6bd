import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core'
import { benefits } from '../../../domain/codes/benefit.ts'
import { careTags } from '../../../domain/codes/care-tag.ts'
import {
  disabilityCategories,
  type DisabilityCategory,
  disabilityGrades,
  type DisabilityGrade,
} from '../../../domain/codes/disability.ts'
import { type HealthState, healthStates } from '../../../domain/codes/health-state.ts'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { sealedContentText, sealedLabels } from '../../../domain/labels/sealed.zh.ts'
import {
  sealableKinds,
  type SealedContent,
  sealedPlaces,
  type SealedPlaces,
} from '../../../domain/sealed-content.ts'
import type { SealedMatterKind } from '../../../domain/sealed-matter.ts'
import { codeOptions } from '../../ui/form/code-options.ts'

const words = residentLabels.page

interface SealedContentFieldsProps {
  readonly kind: SealedMatterKind
  readonly content: SealedContent
  readonly onChange: (content: SealedContent) => void
}

/** What was taken out of the record, to be kept up to date where it is now. */
export function SealedContentFields({ kind, content, onChange }: SealedContentFieldsProps) {
  const sealable = sealableKinds.find((one) => one === kind)
  if (sealable === undefined) return null
  const places: SealedPlaces = sealedPlaces[sealable]
  const none = { fromOn: null, toOn: null }
  return (
    <Stack gap="xs">
      <Text>{sealedLabels.sealedContent(sealedContentText(content))}</Text>
      {places.field === 'health' && (
        <CodeSelect
          label={residentFieldLabels.health}
          codes={healthStates}
          value={content.health}
          // Every option's value is one of the codes.
          onCode={(code) => onChange({ ...content, health: code as HealthState | null })}
        />
      )}
      {places.field === 'disability' && content.disability !== null && (
        <DisabilitySelects
          disability={content.disability}
          onChange={(disability) => onChange({ ...content, disability })}
        />
      )}
      {places.careTags.map((careTag) => (
        <Checkbox
          key={careTag}
          size="md"
          label={careTags[careTag]}
          checked={content.careTags.some((one) => one.careTag === careTag)}
          onChange={({ currentTarget: { checked } }) => {
            const others = content.careTags.filter((one) => one.careTag !== careTag)
            onChange({ ...content, careTags: checked ? [...others, { careTag, ...none }] : others })
          }}
        />
      ))}
      {places.benefits.map((benefit) => (
        <Checkbox
          key={benefit}
          size="md"
          label={benefits[benefit]}
          checked={content.benefits.some((one) => one.benefit === benefit)}
          onChange={({ currentTarget: { checked } }) => {
            const others = content.benefits.filter((one) => one.benefit !== benefit)
            onChange({ ...content, benefits: checked ? [...others, { benefit, ...none }] : others })
          }}
        />
      ))}
    </Stack>
  )
}

type Disability = NonNullable<SealedContent['disability']>

interface DisabilitySelectsProps {
  readonly disability: Disability
  readonly onChange: (disability: Disability) => void
}

function DisabilitySelects({ disability, onChange }: DisabilitySelectsProps) {
  return (
    <>
      <CodeSelect
        label={words.disabilityCategory}
        codes={disabilityCategories}
        value={disability.category}
        // A card has both, and every option's value is one of the codes.
        onCode={(code) => onChange({ ...disability, category: code as DisabilityCategory })}
        isRequired
      />
      <CodeSelect
        label={words.disabilityGrade}
        codes={disabilityGrades}
        value={disability.grade}
        onCode={(code) => onChange({ ...disability, grade: code as DisabilityGrade })}
        isRequired
      />
    </>
  )
}

interface CodeSelectProps {
  readonly label: string
  readonly codes: Readonly<Record<string, string>>
  readonly value: string | null
  readonly onCode: (code: string | null) => void
  readonly isRequired?: boolean
}

function CodeSelect({ label, codes, value, onCode, isRequired = false }: CodeSelectProps) {
  return (
    <NativeSelect
      label={label}
      aria-label={sealedLabels.sealedField(label)}
      value={value ?? ''}
      onChange={({ currentTarget: { value: code } }) => onCode(code === '' ? null : code)}
    >
      {!isRequired && <option value="">{appLabels.form.notChosen}</option>}
      {codeOptions(codes).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </NativeSelect>
  )
}
