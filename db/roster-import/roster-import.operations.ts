import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { noChoices } from '../../domain/import-choices.ts'
import type { ImportChoices, ImportPreview } from '../../domain/import-report.ts'
import { isOwnFieldKey, ownFieldKey, type OwnField } from '../../domain/own-field.ts'
import { readSheets, type SheetReading } from '../../domain/roster-import/read-sheets.ts'
import type { RosterSheet } from '../../domain/roster-import/roster-table.ts'
import { placeOfRow } from '../../domain/roster-import/row-place.ts'
import type { ImportMapping } from '../../domain/roster-import.ts'
import { inSteps } from '../in-steps.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import type { LedgerOperations, OperationContext } from '../ledger-operations.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { applyImport } from './apply-import.service.ts'
import { knownLayout, layoutFingerprint } from './import-memory.queries.ts'
import { lastImport } from './import-run.queries.ts'
import { draftsThere } from './person-there.queries.ts'
import { planImport, type ImportPlan, type PlannedRow } from './plan-import.ts'
import { candidateOf, isInView, previewRow } from './preview-row.ts'
import { sheetMarks } from './sheet-marks.ts'
import { stagedPlan, stagedRoster } from './roster-staging.ts'
import { undoLastImport } from './undo-import.service.ts'

/** What the ledger answers about importing a roster. */
export const rosterImportOperations = {
  'import.preview': preview,
  'import.decide': async (ledger, { handle, choices }, context) => {
    const { read, isApplied } = stagedRoster(ledger, handle)
    if (read === undefined || isApplied) throw new FailureError('handleExpired')
    const { sheetIndexes, mapping } = read
    return reportOn(ledger, { handle, sheetIndexes: [...sheetIndexes], mapping, choices }, context)
  },
  'import.rows': async (ledger, { handle, verdict, offset, limit }) => {
    const { plan, read } = stagedPlan(ledger, handle)
    const actor = actorAt(ledger)
    const ownFields = await listOwnFields(ledger.db)
    const rows = plan.rows.filter((row) => isInView(row, verdict))
    const shown = rows.slice(offset, offset + limit).map((row) => ({
      ...previewRow(row, actor, ownFields),
      ...shownPlace(read?.sheets ?? [], row),
    }))
    return { totalCount: rows.length, rows: shown }
  },
  'import.candidates': async (ledger, { handle, rowNumber }) => {
    const row = stagedPlan(ledger, handle).plan.rows.find((one) => one.rowNumber === rowNumber)
    if (row === undefined) throw new FailureError('notFound')
    const ids = row.alike.map(({ person }) => person.id)
    const drafts = await draftsThere(ledger, ids)
    return row.alike.flatMap((alike) => {
      const there = drafts.get(alike.person.id)
      return there === undefined ? [] : [candidateOf(alike, there.draft)]
    })
  },
  'import.apply': async (ledger, { handle }, context) => {
    const { isApplied, ...plan } = stagedPlan(ledger, handle)
    if (isApplied) throw new FailureError('handleExpired')
    const roster = stagedRoster(ledger, handle)
    // From now on: whoever asks again while it is being written must not have it written twice.
    roster.isApplied = true
    try {
      return await applyImport(ledger, plan, context)
    } catch (error) {
      roster.isApplied = false
      throw error
    } finally {
      // What was begun meanwhile knows nothing of it.
      roster.reading = undefined
    }
  },
  'import.last': (ledger) => lastImport(ledger),
  'import.undoLast': (ledger) => undoLastImport(ledger),
} satisfies LedgerOperations<
  | 'import.preview'
  | 'import.decide'
  | 'import.rows'
  | 'import.candidates'
  | 'import.apply'
  | 'import.last'
  | 'import.undoLast'
>

/** Sheets of a layout that was imported before are read as they were then. */
async function preview(
  ledger: Ledger,
  { handle, sheetIndexes: asked, mapping }: ChannelInput<'import.preview'>,
  context: OperationContext,
): Promise<ChannelOutput<'import.preview'>> {
  const sheetIndexes = [...new Set(asked)].toSorted((one, other) => one - other)
  const [fingerprint = null] = sheetsOf(ledger, handle, sheetIndexes).map(layoutFingerprint)
  const known = await knownLayout(ledger, fingerprint)
  const ownFields = await listOwnFields(ledger.db)
  const choices = { ...noChoices, values: [...(known?.values ?? [])] }
  const request = {
    handle,
    sheetIndexes,
    mapping: mapping ?? (known === null ? null : withoutRetired(known.mapping, ownFields)),
    choices,
  }
  const report = await reportOn(ledger, request, context)
  return { ...report, rememberedAt: mapping === null ? (known?.usedAt ?? null) : null }
}

/** Into a field that is no longer in use nothing is taken over by itself. */
function withoutRetired(mapping: ImportMapping, ownFields: readonly OwnField[]): ImportMapping {
  const offered = new Set(ownFields.filter(({ isRetired }) => !isRetired).map(({ id }) => ownFieldKey(id)))
  return mapping.map(({ index, field }) =>
    field !== null && isOwnFieldKey(field) && !offered.has(field) ? { index, field: null } : { index, field },
  )
}

/** The sheets to be read together. Throws: notFound, invalidInput where they differ in layout. */
function sheetsOf(ledger: Ledger, handle: string, sheetIndexes: readonly number[]): RosterSheet[] {
  const { table } = stagedRoster(ledger, handle)
  if (sheetIndexes.some((index) => index >= table.sheets.length))
    throw new FailureError('notFound', 'sheetIndexes')
  const sheets = table.sheets.filter((_, index) => sheetIndexes.includes(index))
  const layouts = new Set(sheets.map(layoutFingerprint))
  if (layouts.size > 1 || (sheets.length > 1 && layouts.has(null)))
    throw new FailureError('invalidInput', 'sheetIndexes')
  return sheets
}

function shownPlace(sheets: readonly RosterSheet[], { rowNumber }: PlannedRow) {
  const { sheet, sheetRowNumber } = placeOfRow(sheets, rowNumber)
  return { sheetName: sheet.name, sheetRowNumber }
}

interface Request extends ChannelInput<'import.preview'> {
  readonly choices: ImportChoices
}

/**
 * Reads sheets and plans their import, by what the clerk has decided so far. Throws: cancelled, handleExpired when
 * something meanwhile has made the plan void.
 */
async function reportOn(
  ledger: Ledger,
  request: Request,
  { isCancelled, reportProgress }: OperationContext,
): Promise<ImportPreview> {
  const { handle, sheetIndexes, mapping, choices } = request
  const roster = stagedRoster(ledger, handle)
  const sheets = sheetsOf(ledger, handle, sheetIndexes)
  const ownFields = await listOwnFields(ledger.db)
  const mine = Symbol('reading')
  roster.reading = mine
  const totalCount = sheets.reduce((count, { rows }) => count + rows.length, 0)
  const onHalves = halvesOf(totalCount, (doneCount) =>
    reportProgress({ task: 'importRead', doneCount, totalCount }),
  )
  const work = readSheets(sheets, mapping, ledger.clock.todayOn(), choices, ownFields)
  const reading = await inSteps(work, { isCancelled }, onHalves.first)
  const plan = await planImport(ledger, reading.rows, choices, { isCancelled, onRows: onHalves.second })
  if (roster.reading !== mine) throw new FailureError('handleExpired')
  roster.plan = plan
  const columns = reading.columns.map(({ index, field }) => ({ index, field }))
  roster.read = { sheetIndexes, sheets, mapping, columns, choices }
  roster.isApplied = false
  return {
    handle,
    sheetIndexes,
    headerRowNumber: reading.headerRowNumber,
    columns: [...reading.columns],
    counts: plan.counts,
    questions: {
      ...questionsOf(reading, plan),
      faultCount: sheetMarks(sheets, columns, plan.rows, ownFields).reduce(
        (count, { cells }) => count + cells.length,
        0,
      ),
    },
    hiddenRowCount: reading.hiddenRowCount,
    rememberedAt: null,
  }
}

/** How far rows have come that are gone through twice, the count of rows never going back. */
function halvesOf(totalCount: number, report: (doneCount: number) => void) {
  let most = 0
  const reached = (doubleCount: number) => {
    most = Math.max(most, Math.floor(doubleCount / 2))
    report(most)
  }
  return {
    first: (count: number) => reached(count),
    second: (count: number) => reached(totalCount + count),
  }
}

function questionsOf({ values, twoDigitYearCount, sheetDoors }: SheetReading, { rows }: ImportPlan) {
  return {
    values: [...values],
    twoDigitYearCount,
    sheetDoors: [...sheetDoors],
    alikeCount: rows.filter(({ alike, decision }) => alike.length > 0 && decision === null).length,
    emptiedCount: rows.reduce((count, { emptiedFields }) => count + emptiedFields.length, 0),
  }
}
