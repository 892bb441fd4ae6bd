import { Button, Group, Paper, Title } from '@mantine/core'
import { IconUserCircle, IconUsersGroup } from '@tabler/icons-react'
import { Link } from 'wouter'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { staffLabels } from '../../../domain/labels/staff.zh.ts'
import { mayUse } from '../../../domain/permission.ts'
import type { Actor } from '../../../domain/staff.ts'

const words = appLabels.settings

interface AccountLinksProps {
  readonly actor: Actor
}

/** The ways to one's own account and, for directors, to everybody's. */
export function AccountLinks({ actor }: AccountLinksProps) {
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.accounts}>
      <Title order={2} size="h4" mb="sm">
        {words.accounts}
      </Title>
      <Group gap="md">
        <Button
          component={Link}
          href="/settings/me"
          variant="default"
          leftSection={<IconUserCircle aria-hidden="true" />}
        >
          {staffLabels.own.toPage}
        </Button>
        {mayUse(actor, 'staff.list') && (
          <Button
            component={Link}
            href="/settings/accounts"
            variant="default"
            leftSection={<IconUsersGroup aria-hidden="true" />}
          >
            {staffLabels.accounts.toPage}
          </Button>
        )}
      </Group>
    </Paper>
  )
}
