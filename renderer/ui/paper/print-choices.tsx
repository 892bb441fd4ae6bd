import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import { duplexModes, plainPrint, type DuplexMode, type PrintOptions } from '../../../domain/paper.ts'

const words = paperLabels.output
const duplexOptions = duplexModes.map((value) => ({ value, label: words.duplexModes[value] }))
const narrow = '6.5rem'

/** What is chosen for a printing, as it stands in the fields. */
export function usePrintChoices(pageCount: number) {
  const [copies, setCopies] = useState('1')
  const [duplex, setDuplex] = useState<DuplexMode>(plainPrint.duplex)
  const [isPartChosen, setIsPart] = useState(false)
  const [fromPage, setFromPage] = useState('1')
  const [toPage, setToPage] = useState<string | null>(null)
  // A paper that became one page long has no part.
  const isPart = isPartChosen && pageCount > 1
  // Until somebody says otherwise a part goes on to the last page.
  const to = toPage ?? String(pageCount)
  const copyCount = wholeNumber(copies, 99)
  const [first, last] = [wholeNumber(fromPage, pageCount), wholeNumber(to, pageCount)]
  const arePagesWrong = isPart && (first === null || last === null || first > last)
  const pages = isPart && first !== null && last !== null ? { fromPage: first, toPage: last } : null
  const options: PrintOptions | null =
    copyCount === null || arePagesWrong ? null : { copyCount, duplex, pages }
  return {
    copies,
    setCopies,
    duplex,
    setDuplex,
    isPart,
    setIsPart,
    fromPage,
    setFromPage,
    toPage: to,
    setToPage,
    pageCount,
    isCopyCountWrong: copyCount === null,
    arePagesWrong,
    /** Null while something can't be. */
    options,
  }
}

function wholeNumber(text: string, most: number): number | null {
  const typed = text.normalize('NFKC').trim()
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  return number >= 1 && number <= most ? number : null
}

interface PrintChoicesProps {
  readonly choices: ReturnType<typeof usePrintChoices>
}

/** Copies, sides, and which pages; after a jam it goes on from any page. */
export function PrintChoices({ choices }: PrintChoicesProps) {
  const { pageCount } = choices
  const pagesProblem = choices.arePagesWrong ? words.pagesWrong(pageCount) : undefined
  return (
    <>
      <TextInput
        label={words.copies}
        w={narrow}
        inputMode="numeric"
        autoComplete="off"
        value={choices.copies}
        error={choices.isCopyCountWrong ? words.copiesWrong : undefined}
        onChange={(event) => choices.setCopies(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.duplex}
        data={duplexOptions}
        value={choices.duplex}
        // Every option's value is one of them.
        onChange={(event) => choices.setDuplex(event.currentTarget.value as DuplexMode)}
      />
      {pageCount > 1 && (
        <NativeSelect
          label={words.pages}
          data={[
            { value: 'all', label: words.allPages },
            { value: 'part', label: words.somePages },
          ]}
          value={choices.isPart ? 'part' : 'all'}
          onChange={(event) => choices.setIsPart(event.currentTarget.value === 'part')}
        />
      )}
      {choices.isPart && (
        <>
          <TextInput
            label={words.fromPage}
            w={narrow}
            inputMode="numeric"
            autoComplete="off"
            value={choices.fromPage}
            error={pagesProblem}
            onChange={(event) => choices.setFromPage(event.currentTarget.value)}
          />
          <TextInput
            label={words.toPage}
            w={narrow}
            inputMode="numeric"
            autoComplete="off"
            value={choices.toPage}
            onChange={(event) => choices.setToPage(event.currentTarget.value)}
          />
        </>
      )}
    </>
  )
}
