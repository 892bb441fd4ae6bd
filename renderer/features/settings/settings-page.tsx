import { Paper, Stack, Text, Title } from '@mantine/core'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { ledgerFolderLabels } from '../../../domain/labels/ledger-folder.zh.ts'
import { mayUse } from '../../../domain/permission.ts'
import { diagnosticsLabels } from '../../../domain/labels/diagnostics.zh.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { Diagnostics } from '../../ui/diagnostics.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AccountLinks } from './account-links.tsx'
import { CommitteeForm } from './committee-form.tsx'
import { IdleLockField } from './idle-lock-field.tsx'
import { MoveLedger } from './move-ledger.tsx'
import { OwnFieldsLink } from './own-fields-link.tsx'
import { PrivacyLink } from './privacy-link.tsx'
import { RecoveryCodeCard } from './recovery-code-card.tsx'
import { RetireCard } from './retire-card.tsx'
import { TextSizeField } from './text-size-field.tsx'
import classes from './settings-page.module.css'

const words = appLabels.settings

/** The office itself, how large its letters are and where its ledger lies. */
export function SettingsPage() {
  const state = useReadyState()
  if (state === null) return null
  return (
    <Stack gap="md" className={classes.page}>
      <PageHeader title={words.title} />
      {mayUse(state.actor, 'committee.save') && (
        <Paper component="section" withBorder p="lg" aria-label={words.committee}>
          <Title order={2} size="h4">
            {words.committee}
          </Title>
          <Text c="dimmed" mb="md">
            {words.committeeHelp}
          </Text>
          <CommitteeForm committee={state.committee} />
        </Paper>
      )}
      <AccountLinks actor={state.actor} />
      {mayUse(state.actor, 'ownField.save') && <OwnFieldsLink />}
      {mayUse(state.actor, 'paper.notice') && <PrivacyLink actor={state.actor} />}
      <Paper component="section" withBorder p="lg" aria-label={words.textSize}>
        <TextSizeField textSizePercent={state.settings.textSizePercent} />
      </Paper>
      {state.actor.role === 'director' && !state.isSample && <RecoveryCodeCard />}
      {mayUse(state.actor, 'settings.saveIdleLock') && (
        <Paper component="section" withBorder p="lg" aria-label={words.idleLock}>
          <IdleLockField idleLockMinutes={state.settings.idleLockMinutes} />
        </Paper>
      )}
      <Paper component="section" withBorder p="lg" aria-label={words.ledger}>
        <Title order={2} size="h4" mb="sm">
          {words.ledger}
        </Title>
        <dl className={classes.facts}>
          <dt>{words.folder}</dt>
          <dd>
            <div className={classes.folder}>{state.folder}</div>
            {state.isSample && ledgerFolderLabels.sampleStays}
            {!state.isSample && mayUse(state.actor, 'settings.moveLedger') && (
              <MoveLedger folder={state.folder} />
            )}
          </dd>
          <dt>{words.residentCount}</dt>
          <dd>{words.residentCountValue(state.residentCount)}</dd>
          <dt>{words.version}</dt>
          <dd>{state.appVersion}</dd>
        </dl>
      </Paper>
      {state.actor.role === 'director' && !state.isSample && <RetireCard />}
      <Paper component="section" withBorder p="lg" aria-label={diagnosticsLabels.title}>
        <Title order={2} size="h4" mb="sm">
          {diagnosticsLabels.title}
        </Title>
        <Diagnostics />
      </Paper>
    </Stack>
  )
}
