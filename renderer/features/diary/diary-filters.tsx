import { Checkbox, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { diaryMatterCodes, diaryMatters } from '../../../domain/codes/diary-matter.ts'
import type { DiaryFilter } from '../../../domain/diary.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { changeDiaryFilter } from './diary-store.ts'
import classes from './diary.module.css'

const words = diaryLabels.filters

interface DiaryFiltersProps {
  readonly filter: DiaryFilter
  readonly onLeaveDown: () => void
}

/** Text, month, author, matter, and what is still to be followed up. */
export function DiaryFilters({ filter, onLeaveDown }: DiaryFiltersProps) {
  const { data, error } = useQuery(ledgerQuery('diary.overview', {}))
  const months = data?.months ?? []
  const years = [...Map.groupBy(months, ({ year }) => year)].map(([year, of]) => ({
    year,
    entryCount: of.reduce((sum, { entryCount }) => sum + entryCount, 0),
  }))
  return (
    <div role="search" aria-label={words.name} className={classes.filters}>
      <FailureNotice error={error} />
      <div className={classes.search}>
        <SearchBox
          label={words.search}
          placeholder={words.searchHelp}
          clearLabel={words.clearSearch}
          value={filter.search}
          onSearch={(text) => changeDiaryFilter({ search: text.slice(0, 60) })}
          onLeaveDown={onLeaveDown}
        />
      </div>
      <NativeSelect
        label={words.year}
        value={filter.year ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeDiaryFilter({ year: value === '' ? null : Number(value), month: null })
        }
      >
        <option value="">{words.everyYear}</option>
        {years.map(({ year, entryCount }) => (
          <option key={year} value={year}>
            {words.yearOption(year, entryCount)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={words.month}
        value={filter.month ?? ''}
        disabled={filter.year === null}
        onChange={({ currentTarget: { value } }) =>
          changeDiaryFilter({ month: value === '' ? null : Number(value) })
        }
      >
        <option value="">{words.everyMonth}</option>
        {months
          .filter(({ year }) => year === filter.year)
          .map(({ month, entryCount }) => (
            <option key={month} value={month}>
              {words.monthOption(month, entryCount)}
            </option>
          ))}
      </NativeSelect>
      <NativeSelect
        label={words.author}
        value={filter.staffId ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeDiaryFilter({ staffId: value === '' ? null : Number(value) })
        }
      >
        <option value="">{words.everybody}</option>
        {data?.authors.map(({ staffId, name }) => (
          <option key={staffId} value={staffId}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={words.matter}
        value={filter.matter ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeDiaryFilter({ matter: diaryMatterCodes.find((code) => code === value) ?? null })
        }
      >
        <option value="">{words.everyMatter}</option>
        {diaryMatterCodes.map((code) => (
          <option key={code} value={code}>
            {diaryMatters[code]}
          </option>
        ))}
      </NativeSelect>
      <Checkbox
        className={classes.besideField}
        size="md"
        label={words.openOnly}
        checked={filter.isOpenOnly}
        onChange={({ currentTarget: { checked } }) => changeDiaryFilter({ isOpenOnly: checked })}
      />
    </div>
  )
}
