import { Anchor, Button, Stack, Table, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { lifeLabels } from '../../../domain/labels/life.zh.ts'
import { columnMoment } from '../../../domain/labels/moment.zh.ts'
import type { Recycled } from '../../../domain/record-timeline.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useMoreRows } from '../../ui/more-rows.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { useRecordChanged } from './use-record-changed.ts'
import classes from './resident-page.module.css'

const words = lifeLabels.bin

/** Unit: records shown at first, and with each further step. */
const stepSize = 100

/** Records that were put aside by mistake or as mistakes, to be given back. */
export function RecycleBinPage() {
  const bin = useMoreRows(
    ['resident.listRemoved'],
    (offset, limit) => ask('resident.listRemoved', { offset, limit }),
    stepSize,
  )
  const [notice, setNotice] = useState<string | null>(null)
  const changed = useRecordChanged()
  const restoring = useMutation({
    mutationFn: ({ id }: Recycled) => ask('resident.restore', { id }),
    onSuccess: (view) => {
      setNotice(words.restored(view.name))
      changed(view)
    },
    onError: () => setNotice(null),
  })
  return (
    <Stack gap="md" className={classes.alone}>
      <Anchor component={Link} href="/residents" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <PageHeader title={words.title} />
      <Text>{words.help}</Text>
      <SuccessNotice sentence={notice} />
      <FailureNotice error={bin.error ?? restoring.error} />
      {bin.totalCount === 0 && <Text>{words.empty}</Text>}
      {bin.totalCount !== null && bin.totalCount > 0 && (
        <>
          <Text role="status">{words.total(bin.totalCount)}</Text>
          <Table aria-label={words.caption}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.name}</Table.Th>
                <Table.Th scope="col">{words.idNumber}</Table.Th>
                <Table.Th scope="col">{words.address}</Table.Th>
                <Table.Th scope="col">{words.removedAt}</Table.Th>
                <Table.Th scope="col">{words.removedBy}</Table.Th>
                <Table.Th scope="col">{words.reason}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {bin.rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <PersonName name={row.name} />
                  </Table.Td>
                  <Table.Td>{row.idNumberMasked}</Table.Td>
                  <Table.Td>{row.address}</Table.Td>
                  <Table.Td>{columnMoment(row.removedAt)}</Table.Td>
                  <Table.Td>{row.removedBy}</Table.Td>
                  <Table.Td>{row.reason}</Table.Td>
                  <Table.Td>
                    <Button
                      variant="default"
                      size="sm"
                      aria-label={words.restoreOf(row.name)}
                      disabled={restoring.isPending}
                      onClick={() => restoring.mutate(row)}
                    >
                      {words.restore}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {bin.hasMore && (
            <Button variant="default" loading={bin.isReadingMore} onClick={bin.readMore}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Stack>
  )
}
