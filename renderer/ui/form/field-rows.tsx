import { Stack, Text } from '@mantine/core'
import { Children, isValidElement, type ReactNode, useEffect, useRef } from 'react'
import classes from './field-group.module.css'

interface FieldRowsProps {
  readonly title: string
  readonly isEmpty: boolean
  readonly emptySentence: string
  readonly children: ReactNode
}

/** A list that grows and shrinks, one line of fields per entry. */
export function FieldRows({ title, isEmpty, emptySentence, children }: FieldRowsProps) {
  const group = useRef<HTMLFieldSetElement>(null)
  const hadFocus = useRef(false)
  const rowNames = Children.toArray(children).map((child) => (isValidElement(child) ? child.key : null))
  const drawnRows = JSON.stringify(rowNames)
  // The row that had the focus may be gone, or be another one after a save.
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return
    group.current?.querySelector<HTMLElement>('input, select, button')?.focus()
  }, [drawnRows])
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only notes whether the keyboard is in here
    <fieldset
      ref={group}
      className={classes.group}
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={({ relatedTarget }) => {
        // A row that goes away says so with nobody to follow.
        if (relatedTarget !== null) hadFocus.current = false
      }}
    >
      <legend className={classes.title}>{title}</legend>
      <Stack gap="md" align="flex-start" className={classes.rows}>
        {isEmpty && <Text c="dimmed">{emptySentence}</Text>}
        {children}
      </Stack>
    </fieldset>
  )
}
