import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { officeLabels, registerLabel, registerLabels } from '../../../domain/labels/office.zh.ts'
import type { RegisterSave } from '../../../domain/register-channels.ts'
import { fieldsOf } from '../../../domain/register-fields.ts'
import type { RegisterName, RegisterRow } from '../../../domain/register.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { dangerColor } from '../danger-color.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { FormFailure, markFailure } from '../form/form-failure.tsx'
import { schemaResolver } from '../form/schema-resolver.ts'
import { RegisterFieldInput } from './register-field.tsx'
import { registerRowName } from './register-text.ts'
import {
  nameOfReference,
  registerFormSchema,
  registerValues,
  type RegisterValues,
} from './register-values.ts'

const words = officeLabels.list

interface RegisterDialogProps {
  readonly register: RegisterName
  /** Null for a new line. */
  readonly row: RegisterRow | null
  /** What a new line has already. */
  readonly given: RegisterValues
  readonly onCancel: () => void
  readonly onDone: (sentence: string) => void
}

/** Adds a line to a register, changes one, or takes one out that was a mistake. */
export function RegisterDialog({ register, row, given, onCancel, onDone }: RegisterDialogProps) {
  const queries = useQueryClient()
  const [isRemoving, setIsRemoving] = useState(false)
  const fields = fieldsOf(register)
  const resolver = useMemo(
    () =>
      schemaResolver<RegisterValues, never>(
        // Which draft it is read into only the channel needs to know.
        registerFormSchema(register) as never,
        {
          labels: Object.fromEntries(
            fieldsOf(register).map(([name]) => [name, registerLabel(register, name)]),
          ),
          furtherProblems: periodProblem,
        },
      ),
    [register],
  )
  const form = useForm<RegisterValues, unknown, never>({
    mode: 'onSubmit',
    defaultValues: registerValues(register, row, given),
    resolver,
  })
  const done = (sentence: string) => {
    for (const channel of ['register.page', 'register.choices', 'office.summary', 'building.page'])
      void queries.invalidateQueries({ queryKey: [channel] })
    onDone(sentence)
  }
  const saving = useMutation({
    mutationFn: (draft: unknown) =>
      // The draft was read by this register's own schema.
      ask('register.save', {
        register,
        id: row?.id ?? null,
        revision: row?.revision ?? null,
        draft,
      } as RegisterSave),
    onSuccess: (saved) => done(words.saved(registerRowName(saved, fields))),
    onError: (error) => markFailure(form, failureOf(error)),
  })
  const removing = useMutation({
    mutationFn: ({ id, revision }: RegisterRow) => ask('register.remove', { register, id, revision }),
    onSuccess: (_, removed) => done(words.removed(registerRowName(removed, fields))),
    onError: (error) => {
      setIsRemoving(false)
      markFailure(form, failureOf(error))
    },
  })
  return (
    <FormDialog
      title={row === null ? registerLabels[register].add : words.changeOf(registerRowName(row, fields))}
      confirmLabel={words.save}
      cancelLabel={words.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => void form.handleSubmit((draft) => saving.mutate(draft))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      {fields
        .filter(([name]) => !(name in given))
        .map(([name, field], index) => (
          <RegisterFieldInput
            key={name}
            form={form}
            register={register}
            name={name}
            field={field}
            isFirst={index === 0}
            chosenName={nameOfReference(row, name, field)}
          />
        ))}
      {row !== null && (
        <Group>
          <Button variant="default" c={dangerColor} onClick={() => setIsRemoving(true)}>
            {words.remove}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        isOpen={isRemoving && row !== null}
        title={words.removeTitle(row === null ? '' : registerRowName(row, fields))}
        text={words.removeText}
        confirmLabel={words.removeConfirm}
        cancelLabel={words.cancel}
        isDangerous
        isBusy={removing.isPending}
        onCancel={() => setIsRemoving(false)}
        onConfirm={() => {
          if (row !== null) removing.mutate(row)
        }}
      />
    </FormDialog>
  )
}

function periodProblem({ fromOn, toOn }: RegisterValues): Record<string, string> {
  const isBackward = typeof fromOn === 'string' && typeof toOn === 'string' && toOn < fromOn
  return isBackward ? { toOn: fieldProblems.periodOrder } : {}
}
