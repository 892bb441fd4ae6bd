import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { retireLabels as words } from '../../../domain/labels/retire.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { useEntering } from '../../ledger/use-entering.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

/** How the ledger goes to another PC, and the last step of it on this one. */
export function RetireCard() {
  const retiring = useEntering(
    () => ask('settings.retireLedger', {}),
    () => undefined,
  )
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Stack gap="md">
        <Title order={2} size="h4">
          {words.title}
        </Title>
        <Text>{words.help}</Text>
        <List type="ordered" spacing="xs">
          {words.steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        <Group gap="md">
          <Button component={Link} href="/backups" variant="default">
            {words.toBackups}
          </Button>
          <Button variant="default" loading={retiring.isPending} onClick={() => retiring.mutate(undefined)}>
            {words.retire}
          </Button>
        </Group>
        <FailureNotice error={retiring.error} />
      </Stack>
    </Paper>
  )
}
