import type { Migration } from '../migrate.ts'

/** The kinds of roster an office has made for itself. */
export const rosterKinds: Migration = {
  version: 10,
  name: 'roster-kinds',
  statements: [
    `CREATE TABLE rosterKind (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      content TEXT NOT NULL,
      revision INTEGER NOT NULL,
      changedAt TEXT NOT NULL
    ) STRICT`,
  ],
}
