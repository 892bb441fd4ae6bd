import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './field-group.module.css'

interface FieldRowsProps {
  readonly title: string
  readonly isEmpty: boolean
  readonly emptySentence: string
  readonly children: ReactNode
}

/** A list that grows and shrinks, one line of fields per entry. */
export function FieldRows({ title, isEmpty, emptySentence, children }: FieldRowsProps) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{title}</legend>
      <Stack gap="md" align="flex-start" className={classes.rows}>
        {isEmpty && <Text c="dimmed">{emptySentence}</Text>}
        {children}
      </Stack>
    </fieldset>
  )
}
