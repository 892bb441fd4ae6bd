import { noChoices } from '../../../domain/import-choices.ts'
import type { ImportChoices, ImportPreview, ImportView } from '../../../domain/import-report.ts'
import type {
  ImportColumn,
  ImportCounts,
  ImportField,
  ImportFile,
  ImportMapping,
  ImportRun,
} from '../../../domain/roster-import.ts'
import { usualSheets } from '../../../domain/roster-import/sheet-choice.ts'
import { createDeskStore } from '../../ledger/desk-store.ts'

export const importSteps = ['file', 'columns', 'preview', 'apply', 'done'] as const
export type ImportStep = (typeof importSteps)[number]

interface ImportState {
  readonly step: ImportStep
  readonly file: ImportFile | null
  /** Shape: positions in the file of the sheets that are read together, in its order. */
  readonly sheetIndexes: readonly number[]
  /** The sheets of the file that have been imported. */
  readonly doneSheets: readonly number[]
  /** What the clerk sees in the selects; the preview follows when the ledger has answered. */
  readonly mapping: ImportMapping
  readonly preview: ImportPreview | null
  /** Grows with every preview, so that rows of an older one are never shown. */
  readonly previewNumber: number
  readonly view: ImportView | null
  readonly choices: ImportChoices
  /** Why the last decision didn't count. */
  readonly decideError: Error | null
  readonly isCancelled: boolean
  readonly applyError: Error | null
  readonly run: ImportRun | null
  readonly finalCounts: ImportCounts | null
}

interface ImportActions {
  readonly fileChosen: (file: ImportFile) => void
  readonly sheetsChosen: (sheetIndexes: readonly number[]) => void
  readonly previewRead: (preview: ImportPreview) => void
  readonly columnMatched: (index: number, field: ImportField | null) => ImportMapping
  readonly stepShown: (step: ImportStep) => void
  readonly viewChosen: (view: ImportView | null) => void
  /** What the clerk decides counts at once; the preview follows when the ledger has answered. */
  readonly choicesMade: (choices: Partial<ImportChoices>) => ImportChoices
  readonly previewDecided: (preview: ImportPreview) => void
  /** A decision the ledger didn't take is none: what counted before is shown again. */
  readonly decideFailed: (error: Error, before: ImportChoices) => void
  readonly applyStarted: () => void
  readonly applyCancelled: () => void
  readonly applyFailed: (error: Error) => void
  readonly applied: (run: ImportRun) => void
  readonly restarted: () => void
}

const atStart: ImportState = {
  step: 'file',
  file: null,
  sheetIndexes: [],
  doneSheets: [],
  mapping: [],
  preview: null,
  previewNumber: 0,
  view: null,
  choices: noChoices,
  decideError: null,
  isCancelled: false,
  applyError: null,
  run: null,
  finalCounts: null,
}

/** The wizard's place and choices; it survives a look at another page. */
export const useImportStore = createDeskStore<ImportState & ImportActions>((set, get) => ({
  ...atStart,
  fileChosen: (file) =>
    set({
      ...atStart,
      previewNumber: get().previewNumber,
      file,
      sheetIndexes: usualSheets(file.sheets),
    }),
  sheetsChosen: (sheetIndexes) => set({ sheetIndexes, preview: null, mapping: [] }),
  previewRead: (preview) =>
    set((state) => ({
      preview,
      mapping: mappingOf(preview.columns),
      previewNumber: state.previewNumber + 1,
      view: null,
      choices: choicesOf(preview),
      decideError: null,
      isCancelled: false,
      applyError: null,
    })),
  columnMatched: (index, field) => {
    const mapping = rematched(get().mapping, index, field)
    set({ mapping })
    return mapping
  },
  stepShown: (step) => set({ step }),
  viewChosen: (view) => set({ view }),
  choicesMade: (made) => {
    const choices = { ...get().choices, ...made }
    set({ choices, decideError: null })
    return choices
  },
  previewDecided: (preview) => set((state) => ({ preview, previewNumber: state.previewNumber + 1 })),
  decideFailed: (decideError, choices) => set({ decideError, choices }),
  applyStarted: () => set({ step: 'apply', isCancelled: false, applyError: null }),
  applyCancelled: () => set({ step: 'preview', isCancelled: true }),
  applyFailed: (applyError) => set({ step: 'preview', applyError }),
  applied: (run) =>
    set((state) => ({
      step: 'done',
      run,
      finalCounts: state.preview?.counts ?? null,
      doneSheets: [...state.doneSheets, ...state.sheetIndexes],
    })),
  restarted: () => set((state) => ({ ...atStart, previewNumber: state.previewNumber })),
}))

/** What a new reading of the sheets begins with. */
function choicesOf({ questions }: ImportPreview): ImportChoices {
  const known = questions.values.filter(({ isDecided }) => isDecided)
  return { ...noChoices, values: known.map(({ field, text, code }) => ({ field, text, code })) }
}

function mappingOf(columns: readonly ImportColumn[]): ImportMapping {
  return columns.map(({ index, field }) => ({ index, field }))
}

/** These may be spread over several columns. */
const repeatableFields: ReadonlySet<ImportField> = new Set(['phone', 'careTags', 'note'])

/** Matches a column to a field; another column that held the field lets go of it. */
function rematched(mapping: ImportMapping, index: number, field: ImportField | null): ImportMapping {
  return mapping.map((entry) => {
    if (entry.index === index) return { index, field }
    const isTaken = field !== null && entry.field === field && !repeatableFields.has(field)
    return isTaken ? { index: entry.index, field: null } : entry
  })
}
