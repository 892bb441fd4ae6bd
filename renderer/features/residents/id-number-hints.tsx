import { Button, Group, Stack, Text } from '@mantine/core'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { idNumberCandidates } from '../../../domain/id-number-candidates.ts'
import { checkDocumentNumber, type IdDocumentType } from '../../../domain/id-number.ts'
import { idNumberLabels as words, idNumberPlace } from '../../../domain/labels/id-number.zh.ts'

/** Only the card says which is right: a longer list would be guessed from. */
const mostCandidates = 3

interface IdNumberHintsProps {
  readonly documentType: IdDocumentType
  /** Shape: a typed number, normalised. */
  readonly idNumber: string
  readonly known: Parameters<typeof idNumberCandidates>[2]
  readonly todayOn: CalendarDate
  readonly onChosen: (idNumber: string) => void
}

/** What a typed number says of a place, or which numbers may have been meant by a faulty one. */
export function IdNumberHints({ documentType, idNumber, known, todayOn, onChosen }: IdNumberHintsProps) {
  if (checkDocumentNumber(documentType, idNumber, todayOn).ok)
    return <Text size="sm">{idNumberPlace(documentType, idNumber)}</Text>
  const candidates = idNumberCandidates(idNumber, todayOn, known).slice(0, mostCandidates)
  if (candidates.length === 0) return null
  return (
    <Stack gap="xs" role="status">
      <Text>{words.candidates}</Text>
      <Group gap="xs">
        {candidates.map((candidate) => (
          <Button
            key={candidate.idNumber}
            size="sm"
            variant="default"
            onClick={() => onChosen(candidate.idNumber)}
          >
            {words.candidate(candidate.idNumber, candidate.slip)}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
