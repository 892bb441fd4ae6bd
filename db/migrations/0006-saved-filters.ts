import type { Migration } from '../migrate.ts'

/** Questions about people that the office asks again and again, kept under a name. */
export const savedFilters: Migration = {
  version: 6,
  name: 'saved-filters',
  statements: [
    `CREATE TABLE savedFilter (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      content TEXT NOT NULL,
      staffId INTEGER NOT NULL,
      staffName TEXT NOT NULL,
      createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    // The size of every household is told by this index alone, without looking at anybody's row.
    `DROP INDEX residentHouseholdId`,
    `CREATE INDEX residentHousehold ON resident (householdId, presence, removedAt)`,
  ],
}
