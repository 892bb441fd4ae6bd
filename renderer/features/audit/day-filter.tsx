import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type CalendarDate, parseTypedDate } from '../../../domain/calendar-date.ts'
import { auditLabels } from '../../../domain/labels/audit.zh.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { isComposing } from '../../ui/composing.ts'
import classes from './audit-page.module.css'

interface DayFilterProps {
  readonly label: string
  readonly day: CalendarDate | null
  readonly onDay: (day: CalendarDate | null) => void
}

/** A day that is typed; it takes effect once the field is left or Enter is pressed. */
export function DayFilter({ label, day, onDay }: DayFilterProps) {
  const [text, setText] = useState<string | null>(null)
  const [isUnreadable, setIsUnreadable] = useState(false)
  const settle = () => {
    if (text === null) return
    const typed = text.trim() === '' ? null : parseTypedDate(text)
    setIsUnreadable(typed !== null && !typed.ok)
    if (typed !== null && !typed.ok) return
    setText(null)
    onDay(typed === null ? null : typed.date)
  }
  return (
    <TextInput
      className={classes.filter}
      label={label}
      placeholder={auditLabels.filters.datePlaceholder}
      maxLength={20}
      autoComplete="off"
      value={text ?? day ?? ''}
      error={isUnreadable ? fieldProblems.date : undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) settle()
      }}
    />
  )
}
