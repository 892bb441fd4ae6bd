import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { ownFieldLabels } from '../../../domain/labels/own-field.zh.ts'
import type { OwnFieldDraft } from '../../../domain/own-field.ts'
import { FieldRows } from '../../ui/form/field-rows.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import classes from './own-fields.module.css'

const words = ownFieldLabels.dialog

interface OwnFieldChoicesProps {
  readonly form: UseFormReturn<OwnFieldDraft, unknown, OwnFieldDraft>
  /** Whether somebody may have one of the choices: those are never taken away. */
  readonly isUsed: boolean
}

/** The answers to choose from; renaming one renames it for everybody who has it. */
export function OwnFieldChoices({ form: { control, watch }, isUsed }: OwnFieldChoicesProps) {
  const rows = useFieldArray({ control, name: 'choices', keyName: 'key' })
  const choices = watch('choices')
  return (
    <>
      <FieldRows title={words.choices} isEmpty={rows.fields.length === 0} emptySentence={words.noChoices}>
        {rows.fields.map((row, index) => {
          const choice = choices[index] ?? row
          const isKept = isUsed && choice.id !== null
          const action = isKept
            ? choice.isRetired
              ? words.restoreChoice
              : words.retireChoice
            : words.removeChoice
          return (
            <Group key={row.key} gap="sm" align="flex-start" wrap="nowrap" className={classes.line}>
              <div className={classes.choice}>
                <TextField
                  control={control}
                  name={`choices.${index}.name`}
                  label={words.choice(index + 1)}
                  maxLength={40}
                  isFirst={row.id === null && row.name === ''}
                />
              </div>
              <Button
                mt="1.75rem"
                variant="default"
                aria-label={words.ofChoice(action, choice.name === '' ? String(index + 1) : choice.name)}
                onClick={() =>
                  isKept
                    ? rows.update(index, { ...choice, isRetired: !choice.isRetired })
                    : rows.remove(index)
                }
              >
                {action}
              </Button>
              {choice.isRetired && <Text mt="2.25rem">{ownFieldLabels.retired}</Text>}
            </Group>
          )
        })}
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden="true" />}
          onClick={() => rows.append({ id: null, name: '', isRetired: false }, { shouldFocus: false })}
        >
          {words.addChoice}
        </Button>
      </FieldRows>
      {isUsed && <Text c="dimmed">{words.choicesHelp}</Text>}
    </>
  )
}
