import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readyVisitRules } from '../../../domain/codes/ready-visit-rules.ts'
import { visitRuleLabels } from '../../../domain/labels/visit-rule.zh.ts'
import type { VisitRule } from '../../../domain/visit-rule.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { RuleTable } from './rule-table.tsx'
import { useToday } from './use-today.ts'

const words = visitRuleLabels

/** The office's rules in their order, what each finds today, and for directors the ways to change them. */
export function RulesPage() {
  const queries = useQueryClient()
  const mayEdit = useMay('visitRule.save')
  const today = useToday()
  const rules = useQuery(ledgerQuery('visitRule.list', {}))
  const effects = useQuery(ledgerQuery('visitRule.effects', {}))
  const [edited, setEdited] = useState<VisitRule | 'new' | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const done = async (sentence: string) => {
    setEdited(null)
    await queries.invalidateQueries()
    setNotice(sentence)
  }
  const addingReady = useMutation({
    mutationFn: () => ask('visitRule.addReady', {}),
    onSuccess: ({ addedCount }) => done(words.addReadyDone(addedCount)),
  })
  const names = new Set(rules.data?.map(({ name }) => name))
  const isReadyMissing = rules.data !== undefined && readyVisitRules.some(({ name }) => !names.has(name))
  return (
    <Stack gap="md">
      <PageHeader title={words.title}>
        {mayEdit && (
          <Group gap="sm">
            {isReadyMissing && (
              <Button variant="default" loading={addingReady.isPending} onClick={() => addingReady.mutate()}>
                {words.addReady}
              </Button>
            )}
            <Button leftSection={<IconPlus aria-hidden="true" />} onClick={() => setEdited('new')}>
              {words.add}
            </Button>
          </Group>
        )}
      </PageHeader>
      <Text>{words.help}</Text>
      <SuccessNotice sentence={notice} />
      <FailureNotice error={rules.error ?? effects.error ?? addingReady.error} />
      {rules.data?.length === 0 && <Text>{words.empty}</Text>}
      {rules.data !== undefined && rules.data.length > 0 && (
        <RuleTable
          rules={rules.data}
          effects={new Map(effects.data?.map(({ id, effect }) => [id, effect]))}
          mayEdit={mayEdit}
          onEdit={setEdited}
          onDone={done}
        />
      )}
      {edited !== null && today !== undefined && (
        <RuleDialog
          rule={edited === 'new' ? null : edited}
          today={today}
          onCancel={() => setEdited(null)}
          onSaved={({ name }) => void done(words.saved(name))}
        />
      )}
    </Stack>
  )
}
