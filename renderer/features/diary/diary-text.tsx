import { Anchor, Paper, Stack, Text, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from 'wouter'
import { diaryMatters } from '../../../domain/codes/diary-matter.ts'
import type { DiaryContent, DiaryEntry } from '../../../domain/diary.ts'
import { diaryFieldLabels, diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { occasionText } from './occasion-text.ts'
import classes from './diary.module.css'

const words = diaryLabels.entry

interface DiaryTextProps {
  readonly entry: DiaryEntry
  readonly content: DiaryContent
}

/** An entry as it is read. */
export function DiaryText({ entry, content }: DiaryTextProps) {
  const { people, occasion } = content
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title(entry.number)}>
      <Stack gap="lg">
        {entry.isSealed && (
          <Text fw={600} className={classes.sealed}>
            <IconLock aria-hidden="true" size="1.25rem" />
            {words.sealedTitle}
          </Text>
        )}
        <dl className={classes.facts}>
          <dt>{diaryFieldLabels.entryOn}</dt>
          <dd>{[entry.entryOn, content.weather].filter((text) => text !== '').join('\u3000')}</dd>
          <dt>{diaryFieldLabels.place}</dt>
          <dd>{content.place === '' ? words.empty : content.place}</dd>
          <dt>{words.author}</dt>
          <dd>{entry.staffName}</dd>
          <dt>{diaryFieldLabels.matter}</dt>
          <dd>{diaryMatters[content.matter]}</dd>
          <dt>{diaryFieldLabels.people}</dt>
          <dd>
            {people.length === 0 && diaryLabels.list.nobody}
            <ul className={classes.people}>
              {people.map(({ id, name, address }) => (
                <li key={id} className={classes.reader}>
                  <Anchor component={Link} href={`/residents/${id}`}>
                    <PersonName name={name} />
                  </Anchor>
                  {address !== '' && <span className={classes.quiet}>{address}</span>}
                </li>
              ))}
            </ul>
          </dd>
        </dl>
        {occasion !== null && <Text>{occasionText(occasion)}</Text>}
        <Part title={diaryFieldLabels.heard} text={content.heard} />
        <Part title={diaryFieldLabels.handling} text={content.handling} />
        <Part title={diaryFieldLabels.diaryResult} text={content.result} />
      </Stack>
    </Paper>
  )
}

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <p className={text === '' ? classes.quiet : classes.text}>{text === '' ? words.empty : text}</p>
    </div>
  )
}
