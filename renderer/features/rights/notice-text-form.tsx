import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { noticeLabels, noticePartLabels, readyNoticeText } from '../../../domain/labels/privacy-notice.zh.ts'
import { noticeParts, type NoticeText } from '../../../domain/privacy-notice.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'

const words = noticeLabels.text
const longest = 1500

interface NoticeTextFormProps {
  readonly stored: NoticeText
}

/** What the office tells people, sentence by sentence. */
export function NoticeTextForm({ stored }: NoticeTextFormProps) {
  const queries = useQueryClient()
  const [text, setText] = useState(stored)
  const [isChecked, setIsChecked] = useState(false)
  const saving = useMutation({
    mutationFn: () => ask('notice.saveText', { before: stored, text }),
    onSuccess: (saved) => queries.setQueryData(ledgerQuery('notice.text', {}).queryKey, saved),
  })
  const isDirty = noticeParts.some((part) => text[part] !== stored[part])
  const submit = () => {
    setIsChecked(true)
    if (noticeParts.every((part) => text[part].trim() !== '')) saving.mutate()
  }
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text mb="md">{words.help}</Text>
      <FormFrame label={words.title} onSubmit={submit}>
        <LeaveGuard isActive={isDirty && !saving.isPending} />
        <Stack gap="sm">
          {noticeParts.map((part) => (
            <Textarea
              key={part}
              label={noticePartLabels[part]}
              autosize
              minRows={2}
              maxLength={longest}
              value={text[part]}
              error={
                isChecked && text[part].trim() === ''
                  ? fieldProblems.missing(noticePartLabels[part])
                  : undefined
              }
              onChange={(event) => setText({ ...text, [part]: event.currentTarget.value })}
            />
          ))}
          <SuccessNotice sentence={saving.isSuccess && !isDirty ? words.saved : null} />
          <FailureNotice error={saving.error} />
          <Group gap="md">
            <Button type="submit" loading={saving.isPending}>
              {words.save}
            </Button>
            <Button variant="default" onClick={() => setText(readyNoticeText)}>
              {words.ready}
            </Button>
            <Button component={Link} href="/notice" variant="default">
              {words.blank}
            </Button>
          </Group>
        </Stack>
      </FormFrame>
    </Paper>
  )
}
