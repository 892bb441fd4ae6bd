import type { ImportChoices } from './import-report.ts'

// Apart from the schemas, because the first screen keeps what an import has come to and parses nothing.

/** What holds before a clerk has decided anything. */
export const noChoices: ImportChoices = {
  values: [],
  decisions: [],
  twoDigitYears: 'refused',
  isEmptying: false,
  isBuildingFromSheet: true,
}
