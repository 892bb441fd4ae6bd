import type Database from 'better-sqlite3'

/** What the residents list remembers in memory between requests. */
export interface ResidentSearch {
  readonly raw: Database.Database
}

/** Nothing is read before the first search. */
export function createResidentSearch(raw: Database.Database): ResidentSearch {
  return { raw }
}
