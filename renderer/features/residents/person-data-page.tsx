import { Button, Checkbox, Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { personAskerLabels, personDataLabels } from '../../../domain/labels/person-data.zh.ts'
import { personAskers, saysWhoAsked, type PersonAsker } from '../../../domain/person-data.ts'
import { mayAskForSealed } from '../../../domain/sealed-access.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { personMm } from '../../print/person-data-columns.ts'
import { PersonDataSheet } from '../../print/person-data-sheet.tsx'
import { FailureNotice, TroubleNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PaperDesk } from '../../ui/paper/paper-desk.tsx'
import { PaperOutput } from '../../ui/paper/paper-output.tsx'
import { useDrawnPersonData } from './use-drawn-person-data.ts'
import classes from './person-data-page.module.css'

const words = personDataLabels.page
const askerOptions = personAskers.map((value) => ({ value, label: personAskerLabels[value] }))

interface PersonDataPageProps {
  readonly residentId: number
}

/** All that is held on one person as it will lie on paper, and the ways to get it there. */
export function PersonDataPage({ residentId }: PersonDataPageProps) {
  const actor = useReadyState()?.actor
  const [asker, setAsker] = useState<PersonAsker>('self')
  const [note, setNote] = useState('')
  const [isNoteMissing, setIsNoteMissing] = useState(false)
  const [isSealedAsked, setIsSealedAsked] = useState(false)
  const noteField = useRef<HTMLInputElement>(null)
  const { data, error } = useQuery({
    ...ledgerQuery('paper.personData', { residentId, asker: 'self', note: '', isSealedAsked }),
    gcTime: 0,
    staleTime: 0,
  })
  const drawn = useDrawnPersonData(data)
  const pageCount = drawn?.layout.sheets.length ?? 0
  const onceSaid = (run: () => void) => {
    const isSaid = saysWhoAsked({ asker, note })
    setIsNoteMissing(!isSaid)
    if (isSaid) run()
    else noteField.current?.focus()
  }
  return (
    <Stack className={classes.page} gap="md">
      <PageHeader title={data === undefined ? words.open : words.title(data.residentName)}>
        <Button
          component={Link}
          href={`/residents/${residentId}`}
          variant="default"
          leftSection={<IconArrowLeft aria-hidden="true" />}
        >
          {words.back}
        </Button>
      </PageHeader>
      <Text>{words.help}</Text>
      <Paper p="md" withBorder>
        <Stack gap="sm">
          <Group align="flex-start" gap="md">
            <NativeSelect
              label={words.asker}
              data={askerOptions}
              value={asker}
              // Every option's value is one of them.
              onChange={(event) => setAsker(event.currentTarget.value as PersonAsker)}
            />
            <TextInput
              ref={noteField}
              className={classes.note}
              label={asker === 'self' ? words.noteOfSelf : words.note}
              required={asker !== 'self'}
              maxLength={100}
              autoComplete="off"
              value={note}
              error={isNoteMissing && !saysWhoAsked({ asker, note }) ? words.noteMissing : undefined}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </Group>
          {actor !== undefined && mayAskForSealed(actor) && (
            <Checkbox
              label={words.sealed}
              description={words.sealedHelp}
              checked={isSealedAsked}
              onChange={(event) => setIsSealedAsked(event.currentTarget.checked)}
            />
          )}
          <PaperOutput
            paper={{ kind: 'personData', residentId, asker, note: note.trim(), isSealedAsked }}
            pageCount={pageCount}
            isReady={pageCount > 0}
            beforeOutput={onceSaid}
            after={
              <Text role="status" className={classes.pageCount}>
                {drawn === null ? words.loading : words.pageCount(pageCount)}
              </Text>
            }
          />
        </Stack>
      </Paper>
      {drawn !== null && drawn.missing.length > 0 && (
        <TroubleNotice sentence={`${words.missingText}${drawn.missing.join(' ')}`} />
      )}
      <FailureNotice error={error} />
      {drawn !== null && data !== undefined && (
        <PaperDesk
          sheetCount={pageCount}
          widthMm={personMm.width}
          heightMm={personMm.height}
          drawSheet={(pageIndex) => (
            <PersonDataSheet
              data={{ ...data, asker, note: note.trim() }}
              layout={drawn.layout}
              pageIndex={pageIndex}
            />
          )}
        />
      )}
    </Stack>
  )
}
