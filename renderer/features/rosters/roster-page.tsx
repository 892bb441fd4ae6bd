import { Button, Group, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { handFilter, useHandedFilter } from '../../ledger/handed-filter.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { useSaveKey } from '../../ui/form/use-save-key.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { NameDialog } from './name-dialog.tsx'
import { RosterEditor } from './roster-editor.tsx'
import { RosterPreview } from './roster-preview.tsx'
import {
  openRoster,
  ownKind,
  type OpenRoster,
  readyKind,
  rememberSaved,
  resetRoster,
  useRostersStore,
} from './rosters-store.ts'
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts'
import { useSaveKind } from './use-roster-kinds.ts'
import classes from './rosters.module.css'

const words = rosterPageLabels.editor

interface RosterPageProps {
  /** The part of the address that names the kind. */
  readonly kindKey: string
}

/** One roster: what it is to look like on the left, how it will lie on paper on the right. */
export function RosterPage({ kindKey }: RosterPageProps) {
  const kinds = useQuery(ledgerQuery('rosterKind.list', {}))
  const open = useRostersStore((store) => store.open)
  const { data } = kinds
  const kind = useMemo(() => ownKind(kindKey, data ?? []) ?? readyKind(kindKey), [data, kindKey])
  useEffect(() => {
    if (kind === null) return
    openRoster(kind, useHandedFilter.getState().filter)
    handFilter(null)
  }, [kind])
  if (open?.kindKey === kindKey) return <RosterDesk key={kindKey} open={open} />
  return (
    <>
      <FailureNotice error={kinds.error} />
      <Text role="status">
        {data === undefined || kind !== null ? appLabels.loading : appLabels.pageMissing}
      </Text>
    </>
  )
}

function RosterDesk({ open }: { readonly open: OpenRoster }) {
  const { name, roster } = open
  // People who were handed over are for this once: the kind keeps its own.
  const own = open.isHanded ? null : open.own
  const place = useFocusOnMount()
  const [isNaming, setIsNaming] = useState(false)
  const isChanged = roster !== open.kept
  const saving = useSaveKind((kind, kept) => {
    setIsNaming(false)
    // Whoever has gone on to another roster meanwhile stays there.
    if (useRostersStore.getState().open?.kindKey !== open.kindKey) return
    rememberSaved(kind, kept)
    if (String(kind.id) !== open.kindKey) leaveTo(`/rosters/${kind.id}`)
  })
  const save = () => {
    if (own === null) setIsNaming(true)
    else if (isChanged && !saving.isPending)
      saving.mutate({ id: own.id, revision: own.revision, kind: { name, roster } })
  }
  useSaveKey(save)
  return (
    <div ref={place} tabIndex={-1} className={classes.place}>
      <PageHeader title={name}>
        <Group gap="sm">
          <Button
            component={Link}
            href="/rosters"
            variant="default"
            leftSection={<IconArrowLeft aria-hidden="true" />}
          >
            {words.back}
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={resetRoster}>
            {words.reset}
          </Button>
          <Button variant="default" onClick={() => setIsNaming(true)}>
            {words.saveAs}
          </Button>
          {own !== null && (
            <Button disabled={!isChanged} loading={saving.isPending} title={words.saveHint} onClick={save}>
              {words.save}
            </Button>
          )}
        </Group>
      </PageHeader>
      <SuccessNotice sentence={saving.isSuccess && !isChanged ? words.saved : null} />
      {!isNaming && <FailureNotice error={saving.error} />}
      <div className={classes.page}>
        <RosterEditor open={open} />
        <RosterPreview key={open.kindKey} roster={roster} />
      </div>
      {isNaming && (
        <NameDialog
          title={rosterPageLabels.name.saveAsTitle}
          startName={open.own === null ? name : rosterPageLabels.list.copyName(name).slice(0, 40)}
          isBusy={saving.isPending}
          error={saving.error}
          onCancel={() => {
            saving.reset()
            setIsNaming(false)
          }}
          onName={(newName) => saving.mutate({ id: null, revision: null, kind: { name: newName, roster } })}
        />
      )}
    </div>
  )
}
