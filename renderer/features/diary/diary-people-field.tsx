import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useController, type Control } from 'react-hook-form'
import { mostDiaryPeople, type DiaryDraft } from '../../../domain/diary.ts'
import { diaryFieldLabels, diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { ResidentPicker } from '../../ui/resident-picker.tsx'
import type { DiaryValues } from './diary-form-schema.ts'
import classes from './diary.module.css'

const words = diaryLabels.form

interface DiaryPeopleFieldProps {
  readonly control: Control<DiaryValues, unknown, DiaryDraft>
}

/** Whom an entry is about: found one after the other, the search is ready for the next one at once. */
export function DiaryPeopleField({ control }: DiaryPeopleFieldProps) {
  const { field, fieldState } = useController({ control, name: 'people' })
  const people = field.value
  const [searchCount, setSearchCount] = useState(0)
  const search = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (searchCount > 0) search.current?.querySelector('input')?.focus()
  }, [searchCount])
  return (
    <Stack gap="sm" className={classes.whole} role="group" aria-label={diaryFieldLabels.people}>
      {people.length === 0 ? (
        <Text c="dimmed">{words.peopleNone}</Text>
      ) : (
        <ul className={classes.people} aria-label={diaryFieldLabels.people}>
          {people.map(({ id, name, address }) => (
            <li key={id} className={classes.person}>
              <strong>
                <PersonName name={name} />
              </strong>
              {address !== '' && <span>{address}</span>}
              <Button
                size="compact-md"
                variant="subtle"
                aria-label={words.peopleRemove(name)}
                onClick={() => {
                  field.onChange(people.filter((one) => one.id !== id))
                  search.current?.querySelector('input')?.focus()
                }}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fieldState.error?.message !== undefined && (
        <Text role="alert" c="var(--mantine-color-error)">
          {fieldState.error.message}
        </Text>
      )}
      {people.length >= mostDiaryPeople ? (
        <Text>{words.peopleTooMany(mostDiaryPeople)}</Text>
      ) : (
        <div ref={search}>
          <ResidentPicker
            key={searchCount}
            label={words.peopleFind}
            chosen={null}
            // Somebody who moved away or died may be spoken of.
            presence="all"
            onChoose={({ id, name, address }) => {
              if (people.every((one) => one.id !== id)) field.onChange([...people, { id, name, address }])
              setSearchCount((count) => count + 1)
            }}
          />
        </div>
      )}
    </Stack>
  )
}
