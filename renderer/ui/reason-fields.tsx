import { NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { revealLabels, revealPurposeLabels } from '../../domain/labels/reveal.zh.ts'
import { type RevealPurpose, revealPurposes, type RevealReason } from '../../domain/reveal.ts'
import { isComposing } from './composing.ts'

const words = revealLabels
const purposeOptions = revealPurposes.map((value) => ({ value, label: revealPurposeLabels[value] }))

/** What is chosen and written in the reason's fields. */
export function useReason() {
  const [purpose, setPurpose] = useState<RevealPurpose>('contact')
  const [text, setText] = useState('')
  const [askedCount, setAskedCount] = useState(0)
  const isMissing = purpose === 'other' && text.trim() === ''
  return {
    purpose,
    setPurpose,
    text,
    setText,
    isMissing: askedCount > 0 && isMissing,
    askedCount,
    /** The reason; null, and said at the field, while something is missing. */
    read: (): RevealReason | null => {
      setAskedCount(askedCount + 1)
      return isMissing ? null : { purpose, text: text.trim() }
    },
  }
}

interface ReasonFieldsProps {
  /** What the reason is given for. */
  readonly label?: string
  readonly reason: ReturnType<typeof useReason>
  readonly onEnter: () => void
}

/** Why somebody wants to see whole what is masked. */
export function ReasonFields({ label = words.purpose, reason, onEnter }: ReasonFieldsProps) {
  const note = useRef<HTMLInputElement>(null)
  const goToMissing = useEffectEvent(() => {
    if (reason.isMissing) note.current?.focus()
  })
  useEffect(() => goToMissing(), [reason.askedCount])
  return (
    <>
      <NativeSelect
        label={label}
        data={purposeOptions}
        value={reason.purpose}
        // Every option's value is a purpose.
        onChange={(event) => reason.setPurpose(event.currentTarget.value as RevealPurpose)}
      />
      <TextInput
        ref={note}
        label={words.note}
        maxLength={100}
        autoComplete="off"
        required={reason.purpose === 'other'}
        value={reason.text}
        error={reason.isMissing ? words.noteMissing : undefined}
        onChange={(event) => reason.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event)) return
          // They may stand inside a form that Enter would send off.
          event.preventDefault()
          onEnter()
        }}
      />
    </>
  )
}
