import { zodResolver } from '@hookform/resolvers/zod'
import {
  Box,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useId, useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { festivalOptionLabel, visitLabels, visitRoundName } from '../../../domain/labels/visit.zh.ts'
import type { FestivalOption, VisitRound, VisitRoundDraft } from '../../../domain/visit.ts'
import { isFestivalRule, type VisitRule } from '../../../domain/visit-rule.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { DraftOffer } from '../../ui/form/draft-offer.tsx'
import { useHookFormDraft } from '../../ui/form/use-hook-form-draft.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { type RoundFormInput, roundFormSchema } from './round-form-schema.ts'
import { TargetCount } from './target-count.tsx'
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts'
import { parseDateText } from './typed-date.ts'
import { stopComposedEnter } from './stop-composed-enter.ts'
import classes from './visits.module.css'

const words = visitLabels.create

interface RoundFieldsProps {
  readonly festivals: readonly FestivalOption[]
  readonly rules: readonly VisitRule[]
  readonly onCancel: () => void
  readonly onCreated: (round: VisitRound) => void
}

/** The fields of a new round; the first festival to come is proposed. */
export function RoundFields({ festivals, rules, onCancel, onCreated }: RoundFieldsProps) {
  const queries = useQueryClient()
  const titleId = useId()
  const place = useFocusOnMount()
  const [before] = useState(() => proposedRound(festivals, rules))
  const form = useForm<RoundFormInput, unknown, VisitRoundDraft>({
    resolver: zodResolver(roundFormSchema(festivals)),
    defaultValues: before,
  })
  const draft = useHookFormDraft({ form, of: { form: 'newVisitRound' }, baseRevision: null, before })
  const create = useMutation({
    mutationFn: (round: VisitRoundDraft) => ask('visitRound.create', round),
    onMutate: draft.hold,
    onError: draft.release,
    onSuccess: async (round) => {
      draft.saved()
      await queries.invalidateQueries()
      onCreated(round)
    },
  })
  const { errors, isDirty } = form.formState
  const [cutoffText, ruleIds] = useWatch({ control: form.control, name: ['cutoffText', 'ruleIds'] })

  const takeFestival = (position: string) => {
    const option = festivals[Number(position)]
    if (option === undefined) return
    form.setValue('name', visitRoundName(option))
    form.setValue('cutoffText', option.cutoffOn)
    form.setValue('ruleIds', idsOfFestival(rules, option))
  }

  return (
    <Paper ref={place} tabIndex={-1} className={classes.place} p="xl" withBorder>
      <LeaveGuard isActive={isDirty && !draft.isKept} />
      <DraftOffer draft={draft}>
        <Box
          component="form"
          noValidate
          aria-labelledby={titleId}
          onKeyDown={stopComposedEnter}
          onSubmit={form.handleSubmit((round) => create.mutate(round))}
        >
          <Stack gap="md" maw="44rem">
            <Title order={2} size="h3" id={titleId}>
              {words.title}
            </Title>
            <FailureNotice error={create.error} />
            <NativeSelect
              size="md"
              label={words.festival}
              data={festivals.map((option, index) => ({
                value: String(index),
                label: festivalOptionLabel(option),
              }))}
              error={errors.festivalPosition?.message}
              {...form.register('festivalPosition', {
                onChange: (event: ChangeEvent<HTMLSelectElement>) => takeFestival(event.target.value),
              })}
            />
            <div className={classes.pair}>
              <TextInput
                size="md"
                label={words.name}
                description={words.nameHelp}
                autoComplete="off"
                error={errors.name?.message}
                {...form.register('name')}
              />
              <TextInput
                size="md"
                label={words.cutoffOn}
                description={words.cutoffHelp}
                autoComplete="off"
                inputMode="numeric"
                error={errors.cutoffText?.message}
                {...form.register('cutoffText')}
              />
            </div>
            <Controller
              control={form.control}
              name="ruleIds"
              render={({ field, fieldState }) => (
                <Checkbox.Group
                  size="md"
                  label={words.rules}
                  description={words.rulesHelp}
                  error={fieldState.error?.message}
                  value={field.value}
                  onChange={field.onChange}
                >
                  <Stack gap="sm" my="sm">
                    {rules.map((rule) => (
                      <Checkbox key={rule.id} size="md" value={String(rule.id)} label={rule.name} />
                    ))}
                    {rules.length === 0 && <Text>{words.noRules}</Text>}
                  </Stack>
                </Checkbox.Group>
              )}
            />
            <TargetCount cutoffOn={parseDateText(cutoffText)} ruleIds={ruleIds.map(Number)} />
            <Group>
              <Button type="submit" size="lg" loading={create.isPending}>
                {words.submit}
              </Button>
              <Button
                size="lg"
                variant="default"
                onClick={() => {
                  draft.changed(null)
                  onCancel()
                }}
              >
                {words.cancel}
              </Button>
            </Group>
          </Stack>
        </Box>
      </DraftOffer>
    </Paper>
  )
}

function proposedRound(festivals: readonly FestivalOption[], rules: readonly VisitRule[]): RoundFormInput {
  const first = festivals[0]
  return {
    festivalPosition: '0',
    name: first === undefined ? '' : visitRoundName(first),
    cutoffText: first?.cutoffOn ?? '',
    ruleIds: first === undefined ? [] : idsOfFestival(rules, first),
  }
}

function idsOfFestival(rules: readonly VisitRule[], { festival }: FestivalOption): string[] {
  return rules.filter((rule) => isFestivalRule(rule, festival)).map(({ id }) => String(id))
}
