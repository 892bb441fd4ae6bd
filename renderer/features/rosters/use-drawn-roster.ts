import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { rosterQuestion, type Roster, type RosterList } from '../../../domain/roster.ts'
import { createGlyphCheck, type HasGlyph } from '../../print/missing-glyphs.ts'
import { rosterNamesWithMissingGlyphs } from '../../print/roster-glyphs.ts'
import { layOutRoster, type RosterLayout, type RosterRuler } from '../../print/roster-layout.ts'
import { createRosterRuler } from '../../print/roster-ruler.ts'
import { wholeRoster } from './whole-roster.ts'

/** Unit: milliseconds after the last key before the ledger is asked. */
const calmMs = 250

interface Drawn {
  readonly roster: Roster
  readonly list: RosterList
  readonly layout: RosterLayout
  readonly missingNames: readonly string[]
}

/** The roster as it will lie on paper, laid out anew with every change; null until its people are there. */
export function useDrawnRoster(roster: Roster) {
  const tools = useFontTools()
  const [asked] = useDebouncedValue(roster, calmMs)
  const question = rosterQuestion(asked)
  const query = useQuery({
    queryKey: ['paper.roster', question],
    queryFn: ({ signal }) => wholeRoster(question, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  })
  const list = query.data
  const looks = useDeferredValue(roster)
  const drawn = useMemo((): Drawn | null => {
    if (list === undefined || tools === null) return null
    // The people of before the last change of columns fill no others.
    if (list.rows.some(({ cells }) => cells.length !== looks.columns.length)) return null
    return {
      roster: looks,
      list,
      layout: layOutRoster(looks, list, tools.ruler),
      missingNames: rosterNamesWithMissingGlyphs(looks, list, tools.hasGlyph),
    }
  }, [looks, list, tools])
  const isCurrent = !query.isPlaceholderData && asked === roster && looks === roster
  return { drawn, isCurrent, error: query.error }
}

/** What measures with the fonts, once they are there. */
function useFontTools(): { readonly ruler: RosterRuler; readonly hasGlyph: HasGlyph } | null {
  const [tools, setTools] = useState<{ ruler: RosterRuler; hasGlyph: HasGlyph } | null>(null)
  useEffect(() => {
    let isStale = false
    void document.fonts.ready.then(() => {
      if (!isStale) setTools({ ruler: createRosterRuler(), hasGlyph: createGlyphCheck() })
    })
    return () => {
      isStale = true
    }
  }, [])
  return tools
}
