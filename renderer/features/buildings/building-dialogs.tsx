import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { buildingChannels, type BuildingView } from '../../../domain/building.ts'
import { type CalendarDate, calendarDateSchema } from '../../../domain/calendar-date.ts'
import { buildingLabels } from '../../../domain/labels/building.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { LongTextField, TextField } from '../../ui/form/text-field.tsx'
import { useBuildingChange } from './use-building-change.ts'

const words = buildingLabels.dialog

interface BuildingDialogProps {
  readonly building: BuildingView
  readonly onCancel: () => void
  readonly onDone: (building: BuildingView) => void
}

const nameSchema = buildingChannels['building.rename'].input.pick({ name: true })
type Named = z.infer<typeof nameSchema>

/** Gives a building another name; the one before stays as an alias. */
export function RenameDialog({ building, onCancel, onDone }: BuildingDialogProps) {
  const { id, revision, name } = building
  const form = useForm<Named, unknown, Named>({
    defaultValues: { name },
    resolver: schemaResolver<Named, Named>(nameSchema, { labels: { name: words.name } }),
  })
  const saving = useBuildingChange(
    (input: Named) => ask('building.rename', { id, revision, ...input }),
    onDone,
    (error) => markFailure(form, failureOf(error)),
  )
  return (
    <FormDialog
      title={words.renameTitle(name)}
      confirmLabel={words.rename}
      cancelLabel={words.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => void form.handleSubmit((input) => saving.mutate(input))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <Text>{words.renameText}</Text>
      <TextField
        control={form.control}
        name="name"
        label={words.name}
        help={words.nameHelp}
        maxLength={60}
        isRequired
        isFirst
      />
    </FormDialog>
  )
}

/** The other names of a building, one a line. */
export function AliasesDialog({ building, onCancel, onDone }: BuildingDialogProps) {
  const { id, revision, name, aliases } = building
  const form = useForm<{ aliases: string }>({ defaultValues: { aliases: aliases.join('\n') } })
  const saving = useBuildingChange(
    (names: string[]) => ask('building.setAliases', { id, revision, aliases: names }),
    onDone,
    (error) => markFailure(form, failureOf(error)),
  )
  return (
    <FormDialog
      title={words.aliasesTitle(name)}
      confirmLabel={words.save}
      cancelLabel={words.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => saving.mutate(linesIn(form.getValues('aliases')))}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <LongTextField control={form.control} name="aliases" label={words.aliases} help={words.aliasesHelp} />
    </FormDialog>
  )
}

interface Merging {
  into: string | null
}

const mergingSchema = z.strictObject({ into: z.string() }) as unknown as z.ZodType<{ into: string }, Merging>

/** Makes one building of two spellings of it. */
export function MergeDialog({ building, onCancel, onDone }: BuildingDialogProps) {
  const { id, revision, name } = building
  const { data = [] } = useQuery(ledgerQuery('register.choices', { of: 'building' }))
  const form = useForm<Merging, unknown, { into: string }>({
    defaultValues: { into: null },
    resolver: schemaResolver<Merging, { into: string }>(mergingSchema, { labels: { into: words.into } }),
  })
  const merging = useBuildingChange(
    async ({ into }: { into: string }) => {
      const other = await ask('building.get', { id: Number(into) })
      return ask('building.merge', { id, revision, intoId: other.id, intoRevision: other.revision })
    },
    onDone,
    (error) => markFailure(form, failureOf(error)),
  )
  const options = data
    .filter((other) => other.id !== id)
    .map((other) => [String(other.id), other.name] as const)
  return (
    <FormDialog
      title={words.mergeTitle(name)}
      confirmLabel={words.merge}
      cancelLabel={words.cancel}
      isDangerous
      isBusy={merging.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => void form.handleSubmit((input) => merging.mutate(input))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <Text>{words.mergeText}</Text>
      <SelectField
        control={form.control}
        name="into"
        label={words.into}
        options={options}
        isOptional
        isRequired
      />
    </FormDialog>
  )
}

interface Demolishing {
  demolishedOn: string | null
}

// The form can write any text where the channel has a date; the check decides.
const demolishingSchema = z.strictObject({ demolishedOn: calendarDateSchema }) as unknown as z.ZodType<
  { demolishedOn: CalendarDate },
  Demolishing
>

/** Notes that a building has been pulled down. */
export function DemolishDialog({
  building,
  todayOn,
  onCancel,
  onDone,
}: BuildingDialogProps & { readonly todayOn: string }) {
  const { id, revision, name } = building
  const form = useForm<Demolishing, unknown, { demolishedOn: CalendarDate }>({
    defaultValues: { demolishedOn: todayOn },
    resolver: schemaResolver<Demolishing, { demolishedOn: CalendarDate }>(demolishingSchema, {
      labels: { demolishedOn: words.demolishedOn },
    }),
  })
  const saving = useBuildingChange(
    (input: { demolishedOn: CalendarDate }) => ask('building.setDemolished', { id, revision, ...input }),
    onDone,
    (error) => markFailure(form, failureOf(error)),
  )
  return (
    <FormDialog
      title={words.demolishTitle(name)}
      confirmLabel={words.demolish}
      cancelLabel={words.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => void form.handleSubmit((input) => saving.mutate(input))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <Text>{words.demolishText}</Text>
      <DateField control={form.control} name="demolishedOn" label={words.demolishedOn} isRequired />
    </FormDialog>
  )
}

function linesIn(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
}
