import { useEffect, useState } from 'react'
import type { ChannelInput } from '../../domain/contract.ts'
import { ask } from '../ledger/ledger-client.ts'

type SheetsReport = ChannelInput<'print.sheetsReady'>

/** Fetches what a paper shows and, once its sheets are laid out, tells main how many stand; null until then. */
export function useDrawnPaper<T>(
  fetchPaper: () => Promise<T>,
  reportOf: (paper: T) => SheetsReport,
): T | null {
  const [paper, setPaper] = useState<T | null>(null)
  // One window draws one paper: what is asked for never changes.
  const [asked] = useState(() => ({ fetchPaper, reportOf }))

  useEffect(() => {
    let isStale = false
    asked
      .fetchPaper()
      .then(async (fetched) => {
        await document.fonts.ready
        if (!isStale) setPaper(fetched)
      })
      // No page stands: main learns it at once instead of waiting in vain.
      .catch(() => ask('print.sheetsReady', { pageCount: 0, missingGlyphNames: [] }))
    return () => {
      isStale = true
    }
  }, [asked])

  useEffect(() => {
    if (paper === null) return
    let isStale = false
    void fontsOfSheets().then(() => {
      if (!isStale) void ask('print.sheetsReady', asked.reportOf(paper))
    })
    return () => {
      isStale = true
    }
  }, [asked, paper])

  return paper
}

/** A hidden window may never paint a frame, and a paper needs none: it is laid out once more when it is printed. */
function fontsOfSheets(): Promise<unknown> {
  // Only laying the sheets out begins to load what they are written in.
  document.body.getBoundingClientRect()
  return document.fonts.ready
}
