import { Button, Paper, Text, Title } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { Link } from 'wouter'
import { ownFieldLabels } from '../../../domain/labels/own-field.zh.ts'

/** The way to the fields the office adds by itself. */
export function OwnFieldsLink() {
  return (
    <Paper component="section" withBorder p="lg" aria-label={ownFieldLabels.title}>
      <Title order={2} size="h4">
        {ownFieldLabels.title}
      </Title>
      <Text c="dimmed" mb="sm">
        {ownFieldLabels.linkHelp}
      </Text>
      <Button
        component={Link}
        href="/settings/fields"
        variant="default"
        leftSection={<IconForms aria-hidden="true" />}
      >
        {ownFieldLabels.link}
      </Button>
    </Paper>
  )
}
