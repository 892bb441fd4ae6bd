import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface PageHeaderProps {
  readonly title: string
  /** The page's main action, on the right. */
  readonly children?: ReactNode
}

/** The one first-level heading of a page. */
export function PageHeader({ title, children }: PageHeaderProps) {
  return (
    <Group justify="space-between" align="center" gap="md" mih="2.75rem">
      <Title order={1} size="h2">
        {title}
      </Title>
      {children}
    </Group>
  )
}
