import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseTypedDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { sealedLabels, sealedMatterKindLabels } from '../../../domain/labels/sealed.zh.ts'
import type { SealedMatter } from '../../../domain/sealed-matter.ts'
import { SealedContentFields } from './sealed-content-fields.tsx'
import { useMatterWorkers, withPresent, workerValue } from './use-matter-workers.ts'

const words = sealedLabels

/** Shape: a matter as it is typed. */
export interface TypedMatter extends Omit<SealedMatter, 'fromOn' | 'toOn'> {
  readonly fromOn: string
  readonly toOn: string
}

interface MatterFieldsProps {
  readonly matter: TypedMatter
  readonly onChange: (matter: TypedMatter) => void
}

/** Who answers for a matter, when it holds and what is to be known about it. */
export function MatterFields({ matter, onChange }: MatterFieldsProps) {
  const [present] = useState(matter.worker)
  const workers = withPresent(useMatterWorkers(), present)
  const kind = sealedMatterKindLabels[matter.kind]
  return (
    <Stack gap="xs" mt="xs">
      {matter.content !== null && (
        <SealedContentFields
          kind={matter.kind}
          content={matter.content}
          onChange={(content) => onChange({ ...matter, content })}
        />
      )}
      <NativeSelect
        label={words.worker}
        aria-label={words.fieldOf(kind, words.worker)}
        description={matter.worker === null ? words.wholeCircleHelp : words.workerHelp}
        data={workers.map(({ value, label }) => ({ value, label }))}
        value={workerValue(matter.worker)}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...matter, worker: workers.find((one) => one.value === value)?.worker ?? null })
        }
      />
      {(['fromOn', 'toOn'] as const).map((field) => (
        <DayInput
          key={field}
          label={words[field]}
          name={words.fieldOf(kind, words[field])}
          text={matter[field]}
          onText={(text) => onChange({ ...matter, [field]: text })}
        />
      ))}
      <Textarea
        label={words.note}
        aria-label={words.fieldOf(kind, words.note)}
        rows={3}
        maxLength={1000}
        value={matter.note}
        onChange={(event) => onChange({ ...matter, note: event.currentTarget.value })}
      />
    </Stack>
  )
}

interface DayInputProps {
  readonly label: string
  readonly name: string
  readonly text: string
  readonly onText: (text: string) => void
}

/** A day that is typed; it is called unreadable once the field is left, not in the middle of typing. */
function DayInput({ label, name, text, onText }: DayInputProps) {
  const [isTyping, setIsTyping] = useState(false)
  const isWrong = readDay(text) === undefined && !isTyping
  return (
    <TextInput
      label={label}
      aria-label={name}
      placeholder={words.datePlaceholder}
      maxLength={20}
      autoComplete="off"
      value={text}
      error={isWrong ? fieldProblems.date : undefined}
      onBlur={() => setIsTyping(false)}
      onChange={(event) => {
        setIsTyping(true)
        onText(event.currentTarget.value)
      }}
    />
  )
}

export function typedMatter(matter: SealedMatter): TypedMatter {
  return { ...matter, fromOn: matter.fromOn ?? '', toOn: matter.toOn ?? '' }
}

/** Null for one with a day that is none. */
export function readMatter(matter: TypedMatter): SealedMatter | null {
  const [fromOn, toOn] = [readDay(matter.fromOn), readDay(matter.toOn)]
  return fromOn === undefined || toOn === undefined ? null : { ...matter, fromOn, toOn }
}

/** Undefined for what is no day. */
function readDay(text: string): CalendarDate | null | undefined {
  if (text.trim() === '') return null
  const typed = parseTypedDate(text)
  return typed.ok ? typed.date : undefined
}
