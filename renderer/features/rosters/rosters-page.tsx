import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { readyRosterLabels } from '../../../domain/labels/ready-roster.zh.ts'
import { rosterFieldLabel } from '../../../domain/labels/roster.zh.ts'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { readyRosterKeys } from '../../../domain/ready-roster-key.ts'
import { readyRosters } from '../../../domain/ready-rosters.ts'
import type { RosterKind } from '../../../domain/roster.ts'
import { handFilter, useHandedFilter } from '../../ledger/handed-filter.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { columnHeading } from '../../print/roster-layout.ts'
import { NameDialog } from './name-dialog.tsx'
import { dropHandedPeople } from './rosters-store.ts'
import { useRemoveKind, useSaveKind } from './use-roster-kinds.ts'
import classes from './rosters.module.css'

const words = rosterPageLabels.list

/** What is being done to a kind in a dialog. */
type Asked = { readonly what: 'copy' | 'rename' | 'remove'; readonly kind: RosterKind } | null

/** All kinds of roster: the office's own, and those that come with the program. */
export function RostersPage() {
  const kinds = useQuery(ledgerQuery('rosterKind.list', {}))
  const handed = useHandedFilter(({ filter }) => filter)
  const [asked, setAsked] = useState<Asked>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const close = () => setAsked(null)
  const saving = useSaveKind(close)
  const removing = useRemoveKind()
  const askAbout = (next: Asked) => {
    saving.reset()
    removing.reset()
    setNotice(null)
    setAsked(next)
  }
  const own = kinds.data ?? []
  // Whoever looks for another kind is done with the people of the last one.
  useEffect(dropHandedPeople, [])
  return (
    <Stack gap="lg">
      <PageHeader title={words.title} />
      {handed !== null && (
        <Paper p="md" withBorder role="status">
          <Group justify="space-between">
            <Text fw={600}>{words.handed}</Text>
            <Button variant="default" onClick={() => handFilter(null)}>
              {words.dropHanded}
            </Button>
          </Group>
        </Paper>
      )}
      <SuccessNotice sentence={notice} />
      <FailureNotice error={kinds.error ?? removing.error} />
      <Kinds title={words.own}>
        {own.map((kind) => (
          <KindCard key={kind.id} kindKey={String(kind.id)} name={kind.name} columns={kind.roster.columns}>
            <Button
              variant="default"
              aria-label={words.copyOf(kind.name)}
              onClick={() => askAbout({ what: 'copy', kind })}
            >
              {words.copy}
            </Button>
            <Button
              variant="default"
              aria-label={words.renameOf(kind.name)}
              onClick={() => askAbout({ what: 'rename', kind })}
            >
              {words.rename}
            </Button>
            <Button
              variant="default"
              aria-label={words.removeOf(kind.name)}
              onClick={() => askAbout({ what: 'remove', kind })}
            >
              {words.remove}
            </Button>
          </KindCard>
        ))}
      </Kinds>
      {kinds.data?.length === 0 && <Text>{words.ownEmpty}</Text>}
      <Kinds title={words.ready}>
        {readyRosterKeys.map((key) => (
          <KindCard
            key={key}
            kindKey={key}
            name={readyRosterLabels.names[key]}
            hint={readyRosterLabels.hints[key]}
            columns={readyRosters[key].columns}
          />
        ))}
      </Kinds>
      {asked !== null && asked.what !== 'remove' && (
        <NameDialog
          title={asked.what === 'copy' ? rosterPageLabels.name.copyTitle : rosterPageLabels.name.renameTitle}
          startName={asked.what === 'copy' ? words.copyName(asked.kind.name).slice(0, 40) : asked.kind.name}
          isBusy={saving.isPending}
          error={saving.error}
          onCancel={close}
          onName={(name) => {
            const { id, revision, roster } = asked.kind
            const at = asked.what === 'copy' ? { id: null, revision: null } : { id, revision }
            saving.mutate({ ...at, kind: { name, roster } })
          }}
        />
      )}
      <ConfirmDialog
        isOpen={asked?.what === 'remove'}
        title={words.removeTitle(asked?.kind.name ?? '')}
        text={words.removeText}
        confirmLabel={words.removeConfirm}
        cancelLabel={words.cancel}
        isDangerous
        isBusy={removing.isPending}
        onCancel={close}
        onConfirm={() => {
          if (asked === null) return
          const { id, revision, name } = asked.kind
          removing.mutate(
            { id, revision },
            { onSuccess: () => setNotice(words.removed(name)), onSettled: close },
          )
        }}
      />
    </Stack>
  )
}

function Kinds({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      <ul className={classes.kinds}>{children}</ul>
    </section>
  )
}

interface KindCardProps {
  readonly kindKey: string
  readonly name: string
  readonly hint?: string
  readonly columns: RosterKind['roster']['columns']
  readonly children?: ReactNode
}

function KindCard({ kindKey, name, hint, columns, children }: KindCardProps) {
  const ownFields = useOwnFields()
  return (
    <li>
      <Paper p="md" withBorder className={classes.kind}>
        <div>
          <Title order={3} size="h4">
            {name}
          </Title>
          {hint !== undefined && <Text>{hint}</Text>}
          <Text c="dimmed" size="sm">
            {columns
              .map((column) => columnHeading(column, rosterFieldLabel(column.field, ownFields)))
              .join(' ')}
          </Text>
        </div>
        <Group gap="xs" mt="auto">
          <Button component={Link} href={`/rosters/${kindKey}`} variant="light" aria-label={words.open(name)}>
            {words.openShort}
          </Button>
          {children}
        </Group>
      </Paper>
    </li>
  )
}
