import { Group, Radio, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { textSizes, type TextSize } from '../../../domain/committee.ts'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const words = appLabels.settings

interface TextSizeFieldProps {
  readonly textSizePercent: TextSize
}

/** The size of all letters, in force as soon as it is stored. */
export function TextSizeField({ textSizePercent }: TextSizeFieldProps) {
  const queries = useQueryClient()
  // A radio button must answer the click at once; the ledger answers a moment later.
  const [chosen, setChosen] = useState(textSizePercent)
  const saving = useMutation({
    mutationFn: (percent: TextSize) => ask('settings.save', { textSizePercent: percent }),
    onSuccess: (settings) =>
      queries.setQueryData(appStateQuery.queryKey, (state) =>
        state?.phase === 'ready' ? { ...state, settings } : state,
      ),
    onError: () => setChosen(textSizePercent),
  })
  return (
    <Stack gap="sm">
      <Radio.Group
        size="md"
        label={words.textSize}
        description={words.textSizeHelp}
        value={String(chosen)}
        onChange={(value) => {
          const percent = textSizes.find((size) => String(size) === value)
          if (percent === undefined) return
          setChosen(percent)
          saving.mutate(percent)
        }}
      >
        <Group gap="xl" mt="sm">
          {textSizes.map((size) => (
            <Radio key={size} size="md" value={String(size)} label={words.textSizeOption(size)} />
          ))}
        </Group>
      </Radio.Group>
      <FailureNotice error={saving.error} />
    </Stack>
  )
}
