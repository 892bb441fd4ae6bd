import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { retentionLabels } from '../../../domain/labels/retention.zh.ts'
import { retentionRulesSchema, type RetentionRules } from '../../../domain/retention.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'

const words = retentionLabels.rules
const fields = ['movedOutYears', 'deceasedYears'] as const

interface RetentionRulesFormProps {
  readonly stored: RetentionRules
  readonly isDecided: boolean
}

/** How long records of people who are gone are kept: the office's own decision. */
export function RetentionRulesForm({ stored, isDecided }: RetentionRulesFormProps) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState({
    movedOutYears: String(stored.movedOutYears),
    deceasedYears: String(stored.deceasedYears),
  })
  const [isChecked, setIsChecked] = useState(false)
  const saving = useMutation({
    mutationFn: (rules: RetentionRules) => ask('retention.saveRules', { before: stored, rules }),
    onSuccess: (saved) => {
      queries.setQueryData(ledgerQuery('retention.rules', {}).queryKey, saved)
      void queries.invalidateQueries({ queryKey: ['retention.list'] })
    },
  })
  const yearsOf = (field: (typeof fields)[number]) => {
    const text = typed[field].normalize('NFKC').trim()
    const years = /^\d{1,3}$/.test(text) ? Number(text) : 0
    return retentionRulesSchema.shape[field].safeParse(years).success ? years : null
  }
  const isDirty = fields.some((field) => yearsOf(field) !== stored[field])
  const submit = () => {
    setIsChecked(true)
    const [movedOutYears, deceasedYears] = [yearsOf('movedOutYears'), yearsOf('deceasedYears')]
    if (movedOutYears !== null && deceasedYears !== null) saving.mutate({ movedOutYears, deceasedYears })
  }
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text mb="md">{isDecided ? words.decided : words.undecided}</Text>
      <FormFrame label={words.title} onSubmit={submit}>
        <LeaveGuard isActive={isDirty && !saving.isPending} />
        <Stack gap="sm">
          <Group gap="md" align="flex-start">
            {fields.map((field) => (
              <TextInput
                key={field}
                label={words[field]}
                w="13rem"
                inputMode="numeric"
                autoComplete="off"
                value={typed[field]}
                error={isChecked && yearsOf(field) === null ? words.wrong : undefined}
                onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
              />
            ))}
          </Group>
          <SuccessNotice sentence={saving.isSuccess && !isDirty ? words.saved : null} />
          <FailureNotice error={saving.error} />
          <Group gap="md">
            <Button type="submit" loading={saving.isPending}>
              {words.save}
            </Button>
            <Button component={Link} href="/settings/privacy/expired" variant="default">
              {words.list}
            </Button>
          </Group>
        </Stack>
      </FormFrame>
    </Paper>
  )
}
