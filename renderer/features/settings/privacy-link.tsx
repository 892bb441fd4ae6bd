import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { IconPrinter, IconShieldLock } from '@tabler/icons-react'
import { Link } from 'wouter'
import { noticeLabels } from '../../../domain/labels/privacy-notice.zh.ts'
import { retentionLabels } from '../../../domain/labels/retention.zh.ts'
import { mayUse } from '../../../domain/permission.ts'
import type { Actor } from '../../../domain/staff.ts'

const words = retentionLabels.page

interface PrivacyLinkProps {
  readonly actor: Actor
}

/** The ways to a stack of notices and, for directors, to what they say and how long records are kept. */
export function PrivacyLink({ actor }: PrivacyLinkProps) {
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm">
        {words.openHelp}
      </Text>
      <Group gap="md">
        {mayUse(actor, 'retention.rules') && (
          <Button
            component={Link}
            href="/settings/privacy"
            variant="default"
            leftSection={<IconShieldLock aria-hidden="true" />}
          >
            {words.open}
          </Button>
        )}
        <Button
          component={Link}
          href="/notice"
          variant="default"
          leftSection={<IconPrinter aria-hidden="true" />}
        >
          {noticeLabels.text.blank}
        </Button>
      </Group>
    </Paper>
  )
}
