import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Ref, useId, useState } from 'react'
import { sexes } from '../../../domain/codes/sex.ts'
import { phoneCallLabels } from '../../../domain/labels/phone-call.zh.ts'
import { pickerLabels } from '../../../domain/labels/picker.zh.ts'
import { noFilter } from '../../../domain/no-filter.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { isComposing } from '../../ui/composing.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import classes from './claims.module.css'

const words = phoneCallLabels.entry

/** Unit: people under the field. */
const resultLimit = 8

interface PersonSearchProps {
  readonly inputRef: Ref<HTMLInputElement>
  readonly problem: string | null
  readonly onChoose: (resident: ResidentRow) => void
}

/** Finds somebody by name, pinyin or address and takes the marked one at Enter: the fastest way by keyboard alone. */
export function PersonSearch({ inputRef, problem, onChoose }: PersonSearchProps) {
  const listId = useId()
  const [search, setSearch] = useState('')
  const [marked, setMarked] = useState(0)
  const isAsked = search.trim() !== ''
  const found = useQuery({
    ...ledgerQuery('resident.list', {
      filter: { ...noFilter, search, sort: 'name' },
      offset: 0,
      limit: resultLimit,
    }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const rows = isAsked ? (found.data?.rows ?? []) : []
  const totalCount = found.data?.totalCount ?? 0
  const index = Math.min(marked, Math.max(0, rows.length - 1))
  const choose = (row: ResidentRow | undefined) => {
    // The list may still be that of the letter before.
    if (row === undefined || found.isPlaceholderData) return
    setSearch('')
    onChoose(row)
  }
  return (
    <div
      className={classes.person}
      role="presentation"
      onKeyDownCapture={(event) => {
        if (isComposing(event) || !isAsked) return
        if (event.key === 'ArrowDown') setMarked(Math.min(index + 1, rows.length - 1))
        else if (event.key === 'ArrowUp') setMarked(Math.max(index - 1, 0))
        else if (event.key === 'Enter') choose(rows[index])
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <SearchBox
        ref={inputRef}
        label={words.person}
        placeholder={words.personHelp}
        clearLabel={words.clear}
        value={search}
        onSearch={(text) => {
          setSearch(text)
          setMarked(0)
        }}
      />
      {problem !== null && (
        <p role="alert" className={classes.overdue}>
          {problem}
        </p>
      )}
      <FailureNotice error={found.error} />
      {isAsked && found.data !== undefined && (
        <div className={classes.found} role="listbox" tabIndex={-1} aria-label={words.found} id={listId}>
          {rows.map((row, place) => (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the field above
            <div
              key={row.id}
              role="option"
              tabIndex={-1}
              aria-selected={place === index}
              className={classes.option}
              onClick={() => choose(row)}
            >
              <strong>{row.name}</strong>{' '}
              <span>
                {[pickerLabels.person(sexes[row.sex], row.age), row.address, row.phoneMasked]
                  .filter((part) => part !== '')
                  .join('\u3000')}
              </span>
            </div>
          ))}
          {rows.length === 0 && (
            <div role="option" aria-selected={false}>
              {words.noResult}
            </div>
          )}
          {totalCount > rows.length && (
            <div role="option" aria-selected={false} className={classes.option}>
              {words.more(totalCount - rows.length)}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
