import type { ReactNode } from 'react'
import './print.css'
import { NoticeSheets } from './notice-paper.tsx'
import { PersonDataPaper } from './person-data-paper.tsx'
import { PopulationSheetPaper } from './population-sheet-paper.tsx'
import { RecoveryCodePaper } from './recovery-code-paper.tsx'
import { RosterPaper } from './roster-paper.tsx'
import { VisitListPaper } from './visit-list-paper.tsx'

/** The hidden print window: draws the paper the address names and tells main when every page stands. */
export function PrintRoot() {
  return <main>{paperInAddress(location.hash)}</main>
}

function paperInAddress(hash: string): ReactNode {
  const [, , kind] = hash.split('/')
  if (kind === 'recoveryCode') return <RecoveryCodePaper />
  if (kind === 'roster') return <RosterPaper />
  if (kind === 'populationSheet') return <PopulationSheetPaper />
  if (kind === 'notice') return <NoticeSheets />
  if (kind === 'personData') return <PersonDataPaper />
  return kind === 'visitList' ? <VisitListPaper /> : null
}
