import { Button, Radio, Stack, Text } from '@mantine/core'
import { type RefObject, useId, useState } from 'react'
import { versionsLabels } from '../../domain/labels/versions.zh.ts'
import { ModalDialog } from './modal-dialog.tsx'
import { differingFields, type FieldVersions, proposedChoice, type VersionChoice } from './versions.ts'

const words = versionsLabels

interface VersionsDialogProps {
  readonly fields: readonly FieldVersions[]
  readonly isBusy: boolean
  /** The button that asked for the save; it is switched off meanwhile and loses the focus by that. */
  readonly focusAfter: RefObject<HTMLElement | null>
  /** With the choice for each field in which the versions differ. */
  readonly onChosen: (choices: ReadonlyMap<string, VersionChoice>) => void
  readonly onCancel: () => void
}

/** Shows what somebody else saved meanwhile beside what was typed here, and lets the clerk choose field by field. */
export function VersionsDialog({ fields, isBusy, focusAfter, onChosen, onCancel }: VersionsDialogProps) {
  const textId = useId()
  const differing = differingFields(fields)
  const [chosen, setChosen] = useState<ReadonlyMap<string, VersionChoice>>(new Map())
  const choiceOf = (field: FieldVersions) => chosen.get(field.key) ?? proposedChoice(field)
  const openCount = differing.filter((field) => choiceOf(field) === null).length

  const save = () => {
    const choices = differing.flatMap((field) => {
      const choice = choiceOf(field)
      return choice === null ? [] : [[field.key, choice] as const]
    })
    if (openCount === 0) onChosen(new Map(choices))
  }

  return (
    <ModalDialog
      title={words.title}
      width="wide"
      textId={textId}
      focusAfter={focusAfter}
      onCancel={onCancel}
      actions={
        <>
          <Button variant="default" onClick={onCancel} disabled={isBusy}>
            {words.cancel}
          </Button>
          <Button onClick={save} loading={isBusy} disabled={openCount > 0}>
            {words.save}
          </Button>
        </>
      }
    >
      <Text id={textId}>{words.text}</Text>
      <Stack gap="lg">
        {differing.map((field) => (
          <Radio.Group
            key={field.key}
            size="md"
            label={field.label}
            value={choiceOf(field)}
            onChange={(value) =>
              setChosen((now) => new Map(now).set(field.key, value === 'mine' ? 'mine' : 'theirs'))
            }
          >
            <Stack gap="xs" mt="xs">
              {isLost(field) && <Text>{words.mineGone}</Text>}
              <Radio
                size="md"
                value="mine"
                disabled={field.isMineGone === true}
                label={words.version(words.mine, field.texts.mine)}
              />
              <Radio size="md" value="theirs" label={words.version(words.theirs, field.texts.theirs)} />
            </Stack>
          </Radio.Group>
        ))}
      </Stack>
      <Text role="status">{openCount > 0 ? words.choose(openCount) : ''}</Text>
    </ModalDialog>
  )
}

/** Nothing is lost of a field that was not touched here. */
function isLost({ isMineGone = false, values }: FieldVersions): boolean {
  return isMineGone && JSON.stringify(values.mine) !== JSON.stringify(values.base)
}
