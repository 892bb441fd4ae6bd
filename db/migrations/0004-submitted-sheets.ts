import type { Migration } from '../migrate.ts'

/** Counts as they were handed in to the street office. */
export const submittedSheets: Migration = {
  version: 4,
  name: 'submitted-sheets',
  statements: [
    `CREATE TABLE submittedSheet (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      note TEXT NOT NULL,
      referenceOn TEXT NOT NULL,
      fromOn TEXT NOT NULL,
      madeAt TEXT NOT NULL,
      staffName TEXT NOT NULL,
      content TEXT NOT NULL
    ) STRICT`,
    `CREATE TRIGGER submittedSheetUnchanged BEFORE UPDATE ON submittedSheet
      BEGIN SELECT RAISE(ABORT, 'submitted sheets stay as they are'); END`,
    `CREATE TRIGGER submittedSheetKept BEFORE DELETE ON submittedSheet
      BEGIN SELECT RAISE(ABORT, 'submitted sheets stay'); END`,
  ],
}
