import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import { isComposing } from './composing.ts'

interface SearchBoxProps {
  readonly label: string
  readonly placeholder: string
  readonly clearLabel: string
  readonly value: string
  readonly ref?: Ref<HTMLInputElement>
  /** Called at every change, but never in the middle of a composition. */
  readonly onSearch: (text: string) => void
  /** Called for Enter and the down arrow: the user wants to go to what was found. */
  readonly onLeaveDown?: () => void
}

/** A search field that answers at once and leaves an input method alone until it has finished a word. */
export function SearchBox({ value, onSearch, onLeaveDown, ...props }: SearchBoxProps) {
  const [composed, setComposed] = useState<string | null>(null)

  return (
    <TextInput
      type="search"
      label={props.label}
      placeholder={props.placeholder}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      ref={props.ref ?? null}
      value={composed ?? value}
      leftSection={<IconSearch aria-hidden="true" size="1.25rem" />}
      rightSection={
        value === '' ? null : <CloseButton aria-label={props.clearLabel} onClick={() => onSearch('')} />
      }
      onCompositionStart={(event) => setComposed(event.currentTarget.value)}
      onCompositionEnd={(event) => {
        setComposed(null)
        onSearch(event.currentTarget.value)
      }}
      onChange={(event) => {
        const text = event.currentTarget.value
        if (composed !== null) setComposed(text)
        else onSearch(text)
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) {
          // The browser empties a search field at an Esc that only gives up a composition.
          if (event.key === 'Escape') event.preventDefault()
          return
        }
        if (event.key === 'Escape' && value !== '') {
          event.preventDefault()
          onSearch('')
        }
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault()
          onLeaveDown?.()
        }
      }}
    />
  )
}
