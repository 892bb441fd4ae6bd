import { Alert, Anchor, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { retentionLabels } from '../../../domain/labels/retention.zh.ts'
import { mostErased } from '../../../domain/retention.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { dangerColor } from '../../ui/danger-color.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useMoreRows } from '../../ui/more-rows.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import classes from './rights.module.css'

const words = retentionLabels.list
const eraseWords = retentionLabels.erase

/** Unit: people shown at first, and with each further step. */
const stepSize = 100

/** Whose term is over; chosen ones are deleted for good. */
export function ExpiredPage() {
  const queries = useQueryClient()
  const rules = useQuery(ledgerQuery('retention.rules', {}))
  const list = useMoreRows(
    ['retention.list'],
    (offset, limit) => ask('retention.list', { offset, limit }),
    stepSize,
  )
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isAsking, setIsAsking] = useState(false)
  const erasing = useMutation({
    mutationFn: (reason: string) => ask('retention.erase', { ids: [...chosen], reason }),
    onSuccess: async () => {
      setIsAsking(false)
      setChosen(new Set())
      await queries.invalidateQueries()
    },
  })
  const isUndecided = rules.data?.isDecided === false
  const isCancelled = erasing.error !== null && failureOf(erasing.error).code === 'cancelled'
  const toggle = (id: number) => {
    const next = new Set(chosen)
    if (!next.delete(id) && next.size < mostErased) next.add(id)
    setChosen(next)
  }
  const areAllChosen = list.rows.length > 0 && list.rows.every(({ id }) => chosen.has(id))
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/settings/privacy" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <PageHeader title={words.title} />
      <Text>{words.help}</Text>
      {isUndecided && <Alert color="yellow">{words.undecided}</Alert>}
      <SuccessNotice
        sentence={
          erasing.data === undefined
            ? null
            : eraseWords.done(erasing.data.erasedCount, erasing.data.removedFilterCount)
        }
      />
      <FailureNotice error={list.error ?? rules.error} />
      {list.totalCount === 0 && <Text>{words.empty}</Text>}
      {list.totalCount !== null && list.totalCount > 0 && (
        <>
          <Group gap="md">
            <Button
              color={dangerColor}
              disabled={chosen.size === 0 || isUndecided}
              onClick={() => {
                erasing.reset()
                setIsAsking(true)
              }}
            >
              {words.erase}
            </Button>
            <Text role="status">
              {words.total(list.totalCount)}
              {chosen.size > 0 && `\u3000${words.chosen(chosen.size)}`}
            </Text>
          </Group>
          <Table aria-label={words.caption}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="3rem">
                  <Checkbox
                    aria-label={words.chooseAll}
                    checked={areAllChosen}
                    onChange={() =>
                      setChosen(
                        new Set(areAllChosen ? [] : list.rows.slice(0, mostErased).map(({ id }) => id)),
                      )
                    }
                  />
                </Table.Th>
                <Table.Th scope="col">{words.name}</Table.Th>
                <Table.Th scope="col">{words.address}</Table.Th>
                <Table.Th scope="col">{words.presence}</Table.Th>
                <Table.Th scope="col">{words.goneOn}</Table.Th>
                <Table.Th scope="col">{words.endedOn}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <Checkbox
                      aria-label={words.choose(row.name)}
                      checked={chosen.has(row.id)}
                      onChange={() => toggle(row.id)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Anchor component={Link} href={`/residents/${row.id}`}>
                      <PersonName name={row.name} />
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{row.address}</Table.Td>
                  <Table.Td>{words.gone[row.presence]}</Table.Td>
                  <Table.Td>{row.goneOn}</Table.Td>
                  <Table.Td>{row.endedOn}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {list.hasMore && (
            <Button variant="default" loading={list.isReadingMore} onClick={list.readMore}>
              {words.more}
            </Button>
          )}
        </>
      )}
      {isAsking && (
        <ReasonDialog
          words={{ ...eraseWords, title: eraseWords.title(chosen.size) }}
          isDangerous
          isBusy={erasing.isPending}
          isDone={erasing.isSuccess}
          error={isCancelled ? null : erasing.error}
          onReason={erasing.mutate}
          onCancel={() => setIsAsking(false)}
        />
      )}
    </Stack>
  )
}
