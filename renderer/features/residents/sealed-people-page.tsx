import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { sealedLabels, sealedMatterText } from '../../../domain/labels/sealed.zh.ts'
import { mayAskForSealed } from '../../../domain/sealed-access.ts'
import { revealedForMs, type RevealReason } from '../../../domain/reveal.ts'
import type { SealedPerson } from '../../../domain/sealed-matter.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ask, LedgerFailure } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import classes from './resident-page.module.css'

const words = sealedLabels.list

/** Whom the matters are about that are theirs who look, and only by saying why. */
export function SealedPeoplePage() {
  const actor = useReadyState()?.actor
  if (actor === undefined) return null
  if (!mayAskForSealed(actor)) return <FailureNotice error={new LedgerFailure({ code: 'notAllowed' })} />
  return (
    <Stack gap="md" className={classes.alone}>
      <Anchor component={Link} href="/residents" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {residentLabels.page.back}
      </Anchor>
      <PageHeader title={words.title} />
      <Text>{words.text}</Text>
      <SealedPeople />
    </Stack>
  )
}

function SealedPeople() {
  const [isAsking, setIsAsking] = useState(false)
  const [people, setPeople] = useState<readonly SealedPerson[] | null>(null)
  useEffect(() => {
    if (people === null) return
    const timer = setTimeout(() => setPeople(null), revealedForMs)
    return () => clearTimeout(timer)
  }, [people])
  const asking = useMutation({
    mutationFn: (reason: RevealReason) => ask('resident.listSealed', { reason }),
    onSuccess: (found) => {
      setPeople(found)
      setIsAsking(false)
    },
    gcTime: 0,
  })
  return (
    <>
      <Group gap="md">
        {people === null ? (
          <Button onClick={() => setIsAsking(true)}>{words.show}</Button>
        ) : (
          <Button
            variant="default"
            onClick={() => {
              setPeople(null)
              asking.reset()
            }}
          >
            {words.hide}
          </Button>
        )}
        <Text role="status" fw={600}>
          {people === null ? '' : words.count(people.length)}
        </Text>
      </Group>
      {people?.length === 0 && <Text>{words.empty}</Text>}
      {people !== null && people.length > 0 && (
        <Paper withBorder px="lg" py="xs">
          <ul className={classes.people} aria-label={words.title}>
            {people.map(({ residentId, name, address, matters }) => (
              <li key={residentId} className={`${classes.person ?? ''} ${classes.inColumns ?? ''}`}>
                <Anchor component={Link} href={`/residents/${String(residentId)}`} fw={600}>
                  <PersonName name={name} />
                </Anchor>
                <span>{address}</span>
                <span>{matters.map(sealedMatterText).join(residentLabels.list.careTagSeparator)}</span>
              </li>
            ))}
          </ul>
        </Paper>
      )}
      {isAsking && (
        <RevealDialog
          title={words.title}
          isBusy={asking.isPending}
          error={asking.error}
          onCancel={() => {
            asking.reset()
            setIsAsking(false)
          }}
          onConfirm={(reason) => asking.mutate(reason)}
        />
      )}
    </>
  )
}
