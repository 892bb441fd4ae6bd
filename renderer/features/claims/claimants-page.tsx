import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Claimant } from '../../../domain/claim.ts'
import { claimantKindLabels, claimantStateLabels, claimLabels } from '../../../domain/labels/claim.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useCareChanged } from '../../ledger/use-care-changed.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { ClaimantDialog } from './claimant-dialog.tsx'
import classes from './claims.module.css'

const words = claimLabels.people

/** Everybody who claims elders or did. */
export function ClaimantsPage() {
  const claimants = useQuery(ledgerQuery('claimant.list', {}))
  const mayChange = useMay('claimant.save')
  const changed = useCareChanged()
  const [edited, setEdited] = useState<Claimant | 'new' | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  return (
    <Stack gap="md">
      <PageHeader title={words.title}>
        {mayChange && (
          <Button leftSection={<IconPlus aria-hidden="true" />} onClick={() => setEdited('new')}>
            {words.add}
          </Button>
        )}
      </PageHeader>
      <Text>{words.help}</Text>
      <SuccessNotice sentence={notice} />
      <FailureNotice error={claimants.error} />
      {claimants.data?.length === 0 && <Text>{words.empty}</Text>}
      {claimants.data !== undefined && claimants.data.length > 0 && (
        <>
          <Text role="status" fw={600}>
            {words.count(claimants.data.length)}
          </Text>
          <Table fz="md" aria-label={words.title} withTableBorder className={classes.counts}>
            <Table.Thead>
              <Table.Tr>
                {(['name', 'kind', 'source', 'phone', 'elders', 'mentor', 'state', 'note'] as const).map(
                  (column) => (
                    <Table.Th key={column} scope="col">
                      {words.columns[column]}
                    </Table.Th>
                  ),
                )}
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {claimants.data.map((claimant) => (
                <ClaimantLine
                  key={claimant.id}
                  claimant={claimant}
                  onEdit={mayChange ? () => setEdited(claimant) : null}
                />
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
      {edited !== null && (
        <ClaimantDialog
          claimant={edited === 'new' ? null : edited}
          onCancel={() => setEdited(null)}
          onDone={({ name }) => {
            setEdited(null)
            changed()
            setNotice(words.saved(name))
          }}
        />
      )}
    </Stack>
  )
}

interface ClaimantLineProps {
  readonly claimant: Claimant
  readonly onEdit: (() => void) | null
}

function ClaimantLine({ claimant, onEdit }: ClaimantLineProps) {
  const { kind, residentId, staffId, phone, elderCount, isMentorAble, state, note } = claimant
  const name = claimant.name === '' ? claimLabels.forgotten : claimant.name
  const source = residentId !== null ? 'resident' : staffId !== null ? 'staff' : 'outside'
  const isTrouble = state !== null && elderCount > 0
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <PersonName name={name} />
      </Table.Th>
      <Table.Td>{claimantKindLabels[kind]}</Table.Td>
      <Table.Td>{words.sources[source]}</Table.Td>
      <Table.Td>{phone}</Table.Td>
      <Table.Td>{claimLabels.board.people(elderCount)}</Table.Td>
      <Table.Td>{isMentorAble ? words.yes : ''}</Table.Td>
      <Table.Td className={isTrouble ? classes.overdue : undefined}>
        {state === null
          ? words.fine
          : isTrouble
            ? claimLabels.board.gone(claimantStateLabels[state])
            : claimantStateLabels[state]}
      </Table.Td>
      <Table.Td>{note}</Table.Td>
      <Table.Td>
        {onEdit !== null && claimant.name !== '' && (
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" size="compact-md" aria-label={words.edit(name)} onClick={onEdit}>
              {words.editShort}
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
