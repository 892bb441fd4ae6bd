import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { noticeLabels, signedNoticeText } from '../../../domain/labels/privacy-notice.zh.ts'
import type { NoticeSignature } from '../../../domain/privacy-notice.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import classes from './resident-page.module.css'

const words = noticeLabels.card

interface NoticeCardProps {
  readonly resident: ResidentView
}

/** Whether the person was told what becomes of their data, and signed it. */
export function NoticeCard({ resident }: NoticeCardProps) {
  const queries = useQueryClient()
  const request = ledgerQuery('notice.signatures', { residentId: resident.id })
  const { data, error } = useQuery(request)
  const mayPrint = useMay('paper.notice')
  const maySign = useMay('notice.sign')
  const [isSigning, setIsSigning] = useState(false)
  const [asked, setAsked] = useState<NoticeSignature | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const follow = (signatures: NoticeSignature[], sentence: string) => {
    queries.setQueryData(request.queryKey, signatures)
    void queries.invalidateQueries({ queryKey: ['resident.timeline'] })
    setNotice(sentence)
  }
  const withdrawing = useMutation({
    mutationFn: ({ id }: NoticeSignature) =>
      ask('notice.withdraw', { residentId: resident.id, signatureId: id }),
    onSuccess: (signatures) => follow(signatures, words.withdrawn),
    onSettled: () => setAsked(null),
  })
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="sm">
        {words.title}
      </Title>
      <SuccessNotice sentence={notice} />
      <FailureNotice error={error ?? withdrawing.error} />
      {data?.length === 0 && <Text c="dimmed">{words.none}</Text>}
      {data !== undefined && data.length > 0 && (
        <ul className={classes.people}>
          {data.map((signature) => (
            <li key={signature.id} className={classes.person}>
              <Group justify="space-between" wrap="nowrap">
                <Stack gap={0}>
                  <strong>{words.signed(signedNoticeText(signature))}</strong>
                  <Text c="dimmed" size="sm">
                    {words.by(signature.staffName)}
                  </Text>
                </Stack>
                {maySign && (
                  <Button
                    variant="subtle"
                    size="compact-md"
                    aria-label={words.withdraw(signature.signedOn)}
                    onClick={() => setAsked(signature)}
                  >
                    <IconTrash aria-hidden="true" size="1.25rem" />
                  </Button>
                )}
              </Group>
            </li>
          ))}
        </ul>
      )}
      <Group gap="xs" mt="sm">
        {maySign && (
          <Button variant="default" size="sm" onClick={() => setIsSigning(true)}>
            {words.sign}
          </Button>
        )}
        {mayPrint && (
          <Button component={Link} href={`/residents/${resident.id}/notice`} variant="default" size="sm">
            {noticeLabels.page.open}
          </Button>
        )}
      </Group>
      {isSigning && (
        <NoticeDialog
          resident={resident}
          onCancel={() => setIsSigning(false)}
          onSigned={(signatures) => {
            setIsSigning(false)
            follow(signatures, words.done)
          }}
        />
      )}
      <ConfirmDialog
        isOpen={asked !== null}
        title={words.withdrawTitle}
        text={words.withdrawText}
        confirmLabel={words.withdrawConfirm}
        cancelLabel={words.keep}
        isDangerous
        isBusy={withdrawing.isPending}
        onConfirm={() => {
          if (asked !== null) withdrawing.mutate(asked)
        }}
        onCancel={() => setAsked(null)}
      />
    </Paper>
  )
}
