import type { Migration } from '../migrate.ts'

/** Buildings with their other names, groups, grids and heads, and what the office keeps about itself. */
export const placesAndOffice: Migration = {
  version: 5,
  name: 'places-and-office',
  statements: [
    `ALTER TABLE building ADD COLUMN demolishedOn TEXT`,
    `ALTER TABLE building ADD COLUMN revision INTEGER NOT NULL DEFAULT 1`,
    `CREATE TABLE buildingAlias (
      name TEXT PRIMARY KEY CHECK (length(name) > 0),
      buildingId INTEGER NOT NULL REFERENCES building (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX buildingAliasBuildingId ON buildingAlias (buildingId)`,
    `CREATE TABLE officeWorker (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      post TEXT NOT NULL,
      education TEXT,
      fromOn TEXT,
      toOn TEXT,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE residentGroup (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE grid (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
      officeWorkerId INTEGER REFERENCES officeWorker (id) ON DELETE SET NULL,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX gridOfficeWorkerId ON grid (officeWorkerId)`,
    `CREATE TABLE buildingArea (
      buildingId INTEGER NOT NULL REFERENCES building (id) ON DELETE CASCADE,
      unit TEXT NOT NULL,
      residentGroupId INTEGER REFERENCES residentGroup (id) ON DELETE SET NULL,
      gridId INTEGER REFERENCES grid (id) ON DELETE SET NULL,
      PRIMARY KEY (buildingId, unit)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX buildingAreaResidentGroupId ON buildingArea (residentGroupId)`,
    `CREATE INDEX buildingAreaGridId ON buildingArea (gridId)`,
    `CREATE TABLE buildingHead (
      id INTEGER PRIMARY KEY,
      buildingId INTEGER NOT NULL REFERENCES building (id),
      unit TEXT NOT NULL,
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      fromOn TEXT,
      toOn TEXT,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX buildingHeadBuildingId ON buildingHead (buildingId)`,
    `CREATE INDEX buildingHeadResidentId ON buildingHead (residentId)`,
    `CREATE TABLE residentRepresentative (
      id INTEGER PRIMARY KEY,
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      residentGroupId INTEGER REFERENCES residentGroup (id) ON DELETE SET NULL,
      fromOn TEXT,
      toOn TEXT,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX residentRepresentativeResidentId ON residentRepresentative (residentId)`,
    `CREATE INDEX residentRepresentativeResidentGroupId ON residentRepresentative (residentGroupId)`,
    `CREATE TABLE facility (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      kind TEXT NOT NULL,
      areaTenthsM2 INTEGER CHECK (areaTenthsM2 >= 0),
      openedWhen TEXT,
      tenure TEXT NOT NULL,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE stationedUnit (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      kind TEXT NOT NULL,
      contact TEXT NOT NULL,
      phone TEXT NOT NULL,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE partyOrganisation (
      id INTEGER PRIMARY KEY,
      level TEXT NOT NULL,
      name TEXT NOT NULL CHECK (length(name) > 0),
      secretary TEXT NOT NULL,
      memberCount INTEGER CHECK (memberCount >= 0),
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE yearlyFigure (
      id INTEGER PRIMARY KEY,
      indicator TEXT NOT NULL CHECK (length(indicator) > 0),
      value TEXT NOT NULL,
      unit TEXT NOT NULL,
      span TEXT NOT NULL,
      asOfOn TEXT NOT NULL,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE officeProfile (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      divisionCode TEXT NOT NULL,
      address TEXT NOT NULL,
      areaHundredthsKm2 INTEGER CHECK (areaHundredthsKm2 >= 0),
      officeTenure TEXT,
      officeAreaTenthsM2 INTEGER CHECK (officeAreaTenthsM2 >= 0),
      yearlyFundsFen INTEGER CHECK (yearlyFundsFen >= 0),
      revision INTEGER NOT NULL
    ) STRICT`,
    `INSERT INTO officeProfile (id, divisionCode, address, areaHundredthsKm2, officeTenure, officeAreaTenthsM2, yearlyFundsFen, revision)
      VALUES (1, '', '', NULL, NULL, NULL, NULL, 1)`,
  ],
}
