import { Button, Paper, Text, Title } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { Link } from 'wouter'
import { retentionLabels } from '../../../domain/labels/retention.zh.ts'

const words = retentionLabels.page

/** The way to the notice and to how long records are kept. */
export function PrivacyLink() {
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm">
        {words.openHelp}
      </Text>
      <Button
        component={Link}
        href="/settings/privacy"
        variant="default"
        leftSection={<IconShieldLock aria-hidden="true" />}
      >
        {words.open}
      </Button>
    </Paper>
  )
}
