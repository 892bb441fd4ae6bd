import { Paper, Stack, Text, Title } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { committeeFieldLabels } from '../../../domain/labels/field.zh.ts'
import { setupLabels } from '../../../domain/labels/setup.zh.ts'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { startRestore } from '../../ui/restore/restore-channels.ts'
import { RestoreDialog } from '../../ui/restore/restore-dialog.tsx'
import { useChosenBackup } from '../../ui/restore/use-chosen-backup.ts'
import { FormFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { NewPasswordFields, newPasswordProblems } from '../../ui/form/new-password-fields.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { FolderChoice } from './folder-choice.tsx'
import { StartChoices } from './start-choices.tsx'
import { setupSchema, type SetupValues } from './setup-schema.ts'
import { useSetup } from './use-setup.ts'
import classes from './setup-page.module.css'

const nobody: SetupValues = {
  committeeName: '',
  streetOfficeName: '',
  phone: '',
  director: '',
  password: '',
  repeat: '',
}

interface SetupPageProps {
  readonly defaultFolder: string
}

/** The first start: whose ledger it is, where it lies and how it begins. */
export function SetupPage({ defaultFolder }: SetupPageProps) {
  const form = useForm<SetupValues, unknown, SetupValues>({
    mode: 'onSubmit',
    defaultValues: nobody,
    resolver: schemaResolver<SetupValues, SetupValues>(setupSchema, {
      labels: { ...committeeFieldLabels, director: signInLabels.director.name },
      furtherProblems: newPasswordProblems,
    }),
  })
  const setup = useSetup(form)
  const restore = useChosenBackup(startRestore)

  return (
    <main className={classes.page}>
      <LeaveGuard isActive={form.formState.isDirty} />
      <FormFrame label={setupLabels.title} onSubmit={() => setup.start('empty')}>
        <Stack gap="lg">
          <div>
            <Title order={1} size="h2">
              {setupLabels.title}
            </Title>
            <Text>{setupLabels.intro}</Text>
          </div>
          <FormFailure form={form} />
          <Paper component="section" withBorder p="lg" aria-label={setupLabels.committee}>
            <Title order={2} size="h4" mb="md">
              {setupLabels.committee}
            </Title>
            <div className={classes.fields}>
              <TextField
                control={form.control}
                name="committeeName"
                label={committeeFieldLabels.committeeName}
                placeholder={setupLabels.committeeNamePlaceholder}
                isRequired
                isFirst
              />
              <TextField
                control={form.control}
                name="streetOfficeName"
                label={committeeFieldLabels.streetOfficeName}
                placeholder={setupLabels.streetOfficeNamePlaceholder}
              />
              <TextField
                control={form.control}
                name="phone"
                label={committeeFieldLabels.phone}
                inputMode="tel"
              />
            </div>
            <FolderChoice
              folder={setup.chosenFolder?.folder ?? defaultFolder}
              warning={setup.chosenFolder?.warning ?? null}
              isBusy={setup.isBusy}
              onChange={setup.chooseFolder}
            />
          </Paper>
          <Paper component="section" withBorder p="lg" aria-label={signInLabels.director.title}>
            <Title order={2} size="h4">
              {signInLabels.director.title}
            </Title>
            <Text mb="md">{signInLabels.director.text}</Text>
            <div className={classes.fields}>
              <TextField
                control={form.control}
                name="director"
                label={signInLabels.director.name}
                maxLength={40}
                isRequired
              />
              <NewPasswordFields form={form} />
            </div>
          </Paper>
          <StartChoices
            running={restore.isChoosing ? 'restore' : setup.running}
            onChoose={(choice) => (choice === 'restore' ? restore.choose(null) : setup.start(choice))}
          />
          <FailureNotice error={restore.error} />
        </Stack>
      </FormFrame>
      {restore.chosen !== null && (
        <RestoreDialog
          channels={startRestore}
          chosen={restore.chosen}
          focusAfter={restore.opener}
          onClose={restore.letGo}
        />
      )}
    </main>
  )
}
