import type { ComponentType } from 'react'
import type { Paper } from '../../domain/paper.ts'
import './print.css'
import { NoticeSheets } from './notice-paper.tsx'
import { PersonDataPaper } from './person-data-paper.tsx'
import { PopulationSheetPaper } from './population-sheet-paper.tsx'
import { RecoveryCodePaper } from './recovery-code-paper.tsx'
import { RosterPaper } from './roster-paper.tsx'
import { VisitListPaper } from './visit-list-paper.tsx'

const papers: { readonly [K in Paper['kind']]: ComponentType } = {
  visitList: VisitListPaper,
  roster: RosterPaper,
  personData: PersonDataPaper,
  notice: NoticeSheets,
  populationSheet: PopulationSheetPaper,
  recoveryCode: RecoveryCodePaper,
}

/** The hidden print window: draws the paper the address names and tells main when every page stands. */
export function PrintRoot() {
  const [, , kind] = location.hash.split('/')
  const Drawn = kind !== undefined && isPaperKind(kind) ? papers[kind] : null
  return <main>{Drawn === null ? null : <Drawn />}</main>
}

function isPaperKind(kind: string): kind is Paper['kind'] {
  return Object.hasOwn(papers, kind)
}
