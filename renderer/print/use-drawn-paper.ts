import { useEffect, useState } from 'react'
import type { ChannelInput } from '../../domain/contract.ts'
import { ask } from '../ledger/ledger-client.ts'

type SheetsReport = ChannelInput<'print.sheetsReady'>

/** Fetches what a paper shows and, once it was painted, tells main how many sheets stand; null until then. */
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
    const report = asked.reportOf(paper)
    return afterTwoFrames(() => void ask('print.sheetsReady', report))
  }, [asked, paper])

  return paper
}

/** Unit: milliseconds. */
const hiddenWindowPatience = 1000

/** The second frame starts only after the first one with the sheets was painted; a hidden window may paint none. */
function afterTwoFrames(callback: () => void): () => void {
  let frame = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const finish = () => {
    stop()
    callback()
  }
  const timer = setTimeout(finish, hiddenWindowPatience)
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(finish)
  })
  return stop
}
