import { Button, Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { parseTypedDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { sealedLabels, sealedMatterKindLabels } from '../../../domain/labels/sealed.zh.ts'
import { type SealedMatter, type SealedMatterKind, sealedMatterKinds } from '../../../domain/sealed-matter.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'

const words = sealedLabels

/** Shape: a matter as it is typed. */
interface TypedMatter {
  readonly kind: SealedMatterKind
  readonly fromOn: string
  readonly toOn: string
  readonly note: string
}

interface SealedFormProps {
  readonly residentId: number
  readonly stored: readonly SealedMatter[]
  readonly onDirty: (isDirty: boolean) => void
}

/** All sealed matters of a person: a kind is ticked where there is one. */
export function SealedForm({ residentId, stored, onDirty }: SealedFormProps) {
  const [before, setBefore] = useState(stored)
  const [typed, setTyped] = useState<readonly TypedMatter[]>(() => stored.map(typedMatter))
  const [isTouched, setIsTouched] = useState(false)
  const saving = useMutation({
    mutationFn: (matters: SealedMatter[]) =>
      ask('resident.saveSealed', { id: residentId, before: [...before], matters }),
    onSuccess: (saved) => {
      setBefore(saved)
      setTyped(saved.map(typedMatter))
      touch(false)
    },
  })
  const fields = useRef<HTMLDivElement>(null)
  const touch = (isNow: boolean) => {
    setIsTouched(isNow)
    onDirty(isNow)
  }
  const change = (matters: readonly TypedMatter[]) => {
    setTyped(matters)
    touch(true)
  }
  const save = () => {
    const matters = typed.map(readMatter)
    if (matters.every((matter) => matter !== null)) saving.mutate(matters)
    else focusInvalid(fields.current)
  }

  return (
    <Stack ref={fields} gap="md">
      <LeaveGuard isActive={isTouched} />
      {typed.length === 0 && <Text>{words.none}</Text>}
      {sealedMatterKinds.map((kind) => {
        const matter = typed.find((one) => one.kind === kind)
        return (
          <div key={kind}>
            <Checkbox
              size="md"
              label={sealedMatterKindLabels[kind]}
              checked={matter !== undefined}
              onChange={({ currentTarget: { checked } }) =>
                change(
                  checked
                    ? [...typed, { kind, fromOn: '', toOn: '', note: '' }]
                    : typed.filter((one) => one.kind !== kind),
                )
              }
            />
            {matter !== undefined && (
              <MatterFields
                matter={matter}
                onChange={(next) => change(typed.map((one) => (one.kind === kind ? next : one)))}
              />
            )}
          </div>
        )
      })}
      <FailureNotice error={saving.error} />
      <SuccessNotice sentence={saving.isSuccess && !isTouched ? words.saved : null} />
      <Button onClick={save} loading={saving.isPending} disabled={!isTouched}>
        {words.save}
      </Button>
    </Stack>
  )
}

interface MatterFieldsProps {
  readonly matter: TypedMatter
  readonly onChange: (matter: TypedMatter) => void
}

function MatterFields({ matter, onChange }: MatterFieldsProps) {
  const kind = sealedMatterKindLabels[matter.kind]
  return (
    <Stack gap="xs" mt="xs">
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

function typedMatter({ kind, fromOn, toOn, note }: SealedMatter): TypedMatter {
  return { kind, fromOn: fromOn ?? '', toOn: toOn ?? '', note }
}

/** Undefined for what is no day. */
function readDay(text: string): CalendarDate | null | undefined {
  if (text.trim() === '') return null
  const typed = parseTypedDate(text)
  return typed.ok ? typed.date : undefined
}

function readMatter({ kind, fromOn, toOn, note }: TypedMatter): SealedMatter | null {
  const [from, to] = [readDay(fromOn), readDay(toOn)]
  return from === undefined || to === undefined ? null : { kind, fromOn: from, toOn: to, note }
}
