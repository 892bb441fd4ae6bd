import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import {
  rosterGroupingLabels,
  rosterOrientationLabels,
  rosterRowHeightLabels,
} from '../../../domain/labels/roster.zh.ts'
import { rosterFontSizeLabels, rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { paperSizes } from '../../../domain/paper-size.ts'
import {
  rosterFontSizes,
  rosterGroupings,
  rosterOrientations,
  rosterRowHeights,
  type Roster,
} from '../../../domain/roster.ts'
import { changeRoster } from './rosters-store.ts'
import classes from './rosters.module.css'

const words = rosterPageLabels.editor

interface RosterPartProps {
  readonly roster: Roster
}

/** Paper, type, rows and groups. */
export function RosterLooks({ roster }: RosterPartProps) {
  return (
    <>
      <div className={classes.fields}>
        <Choice
          label={words.paper}
          options={paperSizes.map((size) => [size, size])}
          value={roster.paper}
          onChange={(paper) => changeRoster({ paper })}
        />
        <Choice
          label={words.orientation}
          options={rosterOrientations.map((code) => [code, rosterOrientationLabels[code]])}
          value={roster.orientation}
          onChange={(orientation) => changeRoster({ orientation })}
        />
        <Choice
          label={words.fontSize}
          options={rosterFontSizes.map((size) => [size, rosterFontSizeLabels[size]])}
          value={roster.fontSizePt}
          onChange={(fontSizePt) => changeRoster({ fontSizePt })}
        />
        <Choice
          label={words.rowHeight}
          options={rosterRowHeights.map((code) => [code, rosterRowHeightLabels[code]])}
          value={roster.rowHeight}
          onChange={(rowHeight) => changeRoster({ rowHeight })}
        />
        <Choice
          label={words.grouping}
          options={rosterGroupings.map((code) => [code, rosterGroupingLabels[code]])}
          value={roster.grouping}
          onChange={(grouping) => changeRoster({ grouping })}
        />
      </div>
      <Checkbox
        label={words.pageBreaks}
        disabled={roster.grouping === 'none'}
        checked={roster.hasPageBreaks}
        onChange={(event) => changeRoster({ hasPageBreaks: event.currentTarget.checked })}
      />
      <Checkbox
        label={words.subtotals}
        checked={roster.hasSubtotals}
        onChange={(event) => changeRoster({ hasSubtotals: event.currentTarget.checked })}
      />
    </>
  )
}

/** What stands above and below the rows. */
export function RosterWords({ roster }: RosterPartProps) {
  return (
    <>
      <TextInput
        label={words.title}
        maxLength={60}
        autoComplete="off"
        value={roster.title}
        onChange={(event) => changeRoster({ title: event.currentTarget.value })}
      />
      <TextInput
        label={words.subtitle}
        maxLength={120}
        autoComplete="off"
        value={roster.subtitle}
        onChange={(event) => changeRoster({ subtitle: event.currentTarget.value })}
      />
      <TextInput
        label={words.signatures}
        maxLength={100}
        autoComplete="off"
        defaultValue={roster.signatures.join(' ')}
        key={roster.signatures.join(' ')}
        onBlur={(event) => changeRoster({ signatures: signaturesIn(event.currentTarget.value) })}
      />
      <Text size="sm">{words.placeholders}</Text>
    </>
  )
}

function signaturesIn(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 5)
    .map((word) => Array.from(word).slice(0, 24).join(''))
}

interface ChoiceProps<Code extends string | number> {
  readonly label: string
  readonly options: readonly (readonly [Code, string])[]
  readonly value: Code
  readonly onChange: (code: Code) => void
}

function Choice<Code extends string | number>({ label, options, value, onChange }: ChoiceProps<Code>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={options.map(([code, name]) => ({ value: String(code), label: name }))}
      onChange={(event) => {
        const chosen = options.find(([code]) => String(code) === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen[0])
      }}
    />
  )
}
