import { Button, Group, Text, Title } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AuditRow } from '../../../domain/audit-view.ts'
import { auditLabels } from '../../../domain/labels/audit.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AuditCheckDialog } from './audit-check-dialog.tsx'
import { auditColumns } from './audit-columns.tsx'
import { AuditEntryDialog } from './audit-entry-dialog.tsx'
import { AuditFilters } from './audit-filters.tsx'
import classes from './audit-page.module.css'
import { changeAuditFilter, noAuditFilter, rememberAuditPlace, useAuditStore } from './audit-store.ts'

const words = auditLabels

/** Who did what, the newest first, and whether the records are as they were made. */
export function AuditPage() {
  const filter = useAuditStore((store) => store.filter)
  const [place] = useState(() => useAuditStore.getState().place)
  const [openRow, setOpenRow] = useState<AuditRow | null>(null)
  const [isChecking, setIsChecking] = useState(false)
  const clear = () => changeAuditFilter(noAuditFilter)
  return (
    <div className={classes.page}>
      <PageHeader title={words.title}>
        <Button
          variant="default"
          leftSection={<IconShieldCheck aria-hidden="true" />}
          onClick={() => setIsChecking(true)}
        >
          {words.check.open}
        </Button>
      </PageHeader>
      <Group align="flex-start" gap="xs" role="search">
        <AuditFilters filter={filter} />
      </Group>
      <DataTable
        label={words.tableName}
        columns={auditColumns}
        queryKey={['audit.list', filter]}
        fetchRows={(offset, limit) => ask('audit.list', { filter, offset, limit })}
        countSentence={words.total}
        emptyState={
          <div className={classes.empty}>
            <Title order={2} size="h4">
              {words.emptyTitle}
            </Title>
            <Text my="sm">{words.emptyText}</Text>
            <Button variant="default" onClick={clear}>
              {words.filters.clear}
            </Button>
          </div>
        }
        initialPlace={place}
        onPlace={rememberAuditPlace}
        onOpen={setOpenRow}
      />
      {isChecking && <AuditCheckDialog onClose={() => setIsChecking(false)} />}
      {openRow !== null && <AuditEntryDialog row={openRow} onClose={() => setOpenRow(null)} />}
    </div>
  )
}
