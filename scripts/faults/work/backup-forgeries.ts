import type Database from 'better-sqlite3'
import type { BackupHeader } from '../../../db/backup/backup-header.ts'
import type { Forgery } from './forged-backup.ts'

const altered = 'backupAltered'
const damaged = 'backupDamaged'

/** Things in a schema that would run, or be read, as if the program itself had put them there. */
const foreignSchemas: readonly Forgery[] = [
  schema('a trigger more', 'CREATE TRIGGER mine AFTER INSERT ON visitTask BEGIN DELETE FROM resident; END'),
  schema(
    'a trigger on opening work',
    "CREATE TRIGGER mine BEFORE INSERT ON auditEntry BEGIN UPDATE staff SET role = 'director'; END",
  ),
  schema('a trigger less', 'DROP TRIGGER auditEntryKept'),
  schema('a view', 'CREATE VIEW mine AS SELECT 1 AS x'),
  schema(
    'a view in the place of a table',
    'ALTER TABLE visitRule RENAME TO hidden; CREATE VIEW visitRule AS SELECT * FROM hidden',
  ),
  schema(
    'a view that never ends',
    `CREATE VIEW mine AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n`,
  ),
  schema('a full-text table', 'CREATE VIRTUAL TABLE mine USING fts5(x)'),
  schema('a spatial table', 'CREATE VIRTUAL TABLE mine USING rtree(id, low, high)'),
  schema(
    'a virtual table of a module that nobody has',
    `PRAGMA writable_schema = 1; INSERT INTO sqlite_schema VALUES ('table', 'mine', 'mine', 0, 'CREATE VIRTUAL TABLE mine USING csv(filename=''/etc/passwd'')')`,
  ),
  schema('a table more', 'CREATE TABLE mine (x)'),
  schema(
    'a generated column',
    `ALTER TABLE resident ADD COLUMN mine TEXT AS (hex(zeroblob(1000000))) VIRTUAL`,
  ),
  schema('a column more', 'ALTER TABLE resident ADD COLUMN mine TEXT'),
  schema('an index on an expression', 'CREATE INDEX mine ON resident (upper(name))'),
  schema('an index less', 'DROP INDEX auditEntryObject'),
  schema(
    'a default that calls a function',
    `PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'note TEXT NOT NULL', 'note TEXT NOT NULL DEFAULT (randomblob(9))') WHERE name = 'resident'`,
  ),
  schema(
    'a schema that is no SQL',
    `PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE TABLE resident (' WHERE name = 'resident'`,
    damaged,
  ),
]

/** Pages that lead a reader astray. */
const lyingPages: readonly Forgery[] = [
  page('a page count beyond the file', (first) => writePageCount(first, 0x7fffff00)),
  page('a page count short of the file', (first) => writePageCount(first, 3)),
  {
    name: 'a loop in a b-tree',
    code: damaged,
    pages: (pages) => {
      const [inner, index] = innerPage(pages)
      inner.writeUInt32BE(index + 1, 8)
    },
  },
  {
    name: 'a b-tree that leads to the schema',
    code: damaged,
    pages: (pages) => innerPage(pages)[0].writeUInt32BE(1, 8),
  },
  {
    name: 'a list of free pages that runs in a circle',
    code: damaged,
    pages: (pages) => {
      const [first] = pages
      pages.push(Buffer.alloc(first?.length ?? 0))
      first?.writeUInt32BE(pages.length, 28)
      first?.writeUInt32BE(pages.length, 32)
      first?.writeUInt32BE(50, 36)
      pages.at(-1)?.writeUInt32BE(pages.length, 0)
    },
  },
  page('a page in use said to be free', (first) => {
    first.writeUInt32BE(2, 32)
    first.writeUInt32BE(1, 36)
  }),
  page('a form of schema still to come', (first) => void first.writeUInt32BE(99, 44)),
  page('a way of writing still to come', (first) => void first.writeUInt8(9, 18)),
  page('a way of reading still to come', (first) => void first.writeUInt8(9, 19)),
  {
    name: 'two tables of one root',
    code: damaged,
    statements: `PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'resident') WHERE name = 'household'`,
  },
  { name: 'a page of nonsense', code: damaged, pages: (pages) => void pages[4]?.fill(0x5a, 0, 900) },
]

/** What it says of itself. */
const lyingWords: readonly Forgery[] = [
  { name: 'another application id', code: altered, statements: 'PRAGMA application_id = 1' },
  { name: 'no application id', code: altered, statements: 'PRAGMA application_id = 0' },
  { name: 'a newer schema', code: 'backupNewer', statements: 'PRAGMA user_version = 900' },
  {
    name: 'a newer schema that the header conceals',
    code: 'backupNewer',
    statements: 'PRAGMA user_version = 900',
    header: withFacts((facts) => ({ ...facts, schemaVersion: 1 })),
  },
  {
    name: 'no schema version',
    code: altered,
    statements: 'PRAGMA user_version = 0',
    header: withFacts((facts) => ({ ...facts, schemaVersion: 1 })),
  },
  { name: 'an older version with the newer tables', code: altered, statements: 'PRAGMA user_version = 1' },
  content('fewer rows than it says', { header: withFacts((facts) => ({ ...facts, counts: [] })) }),
  content('another number of residents', {
    header: withFacts((facts) => ({
      ...facts,
      counts: facts.counts.map(([name, count]) => [name, name === 'resident' ? count + 1 : count]),
    })),
  }),
  content('another end of the audit trail', {
    header: withFacts((facts) => ({ ...facts, auditHead: { seq: 3, hash: 'a'.repeat(64) } })),
  }),
  content('another schema than it says', {
    header: withFacts((facts) => ({ ...facts, schemaDigest: 'a'.repeat(64) })),
  }),
  content('another last change', { header: withFacts((facts) => ({ ...facts, lastAction: null })) }),
  content('a reference to nobody', { statements: 'DELETE FROM household WHERE id = 1' }),
  content('a broken audit trail', {
    statements: withoutTrigger(`UPDATE auditEntry SET reason = 'x' WHERE seq = 2`),
  }),
  content('an entry of the audit trail less', {
    statements: withoutTrigger('DELETE FROM auditEntry WHERE seq = 2', 'auditEntryKept'),
  }),
  {
    name: 'more bytes than it says',
    code: damaged,
    header: (header) => ({
      ...header,
      database: { ...header.database, byteCount: header.database.byteCount - 4096 },
    }),
  },
  {
    name: 'another digest than it says',
    code: damaged,
    header: (header) => ({ ...header, database: { ...header.database, sha256: 'a'.repeat(64) } }),
  },
]

/** Every backup that somebody with the key could make to get at what the program does with it. */
export const backupForgeries: readonly Forgery[] = [...foreignSchemas, ...lyingPages, ...lyingWords]

function schema(name: string, statements: string, code = altered): Forgery {
  return { name, code, statements }
}

function content(name: string, forgery: Omit<Forgery, 'name' | 'code'>): Forgery {
  return { name, code: altered, hasOwnSchema: true, ...forgery }
}

function page(name: string, change: (first: Buffer) => void): Forgery {
  return { name, code: damaged, pages: ([first]) => first !== undefined && change(first) }
}

function withFacts(change: (facts: BackupHeader['facts']) => BackupHeader['facts']) {
  return (header: BackupHeader) => ({ ...header, facts: change(header.facts) })
}

/** Does what a trigger forbids and puts it back to the letter. */
function withoutTrigger(statement: string, name = 'auditEntryUnchanged') {
  return (raw: Database.Database) => {
    const text = raw
      .prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(name)
    raw.exec(`DROP TRIGGER ${name}; ${statement}; ${text ?? ''}`)
  }
}

/** Believed only where the two counters of changes agree. Source: SQLite's file format, 1.3.7. */
function writePageCount(first: Buffer, count: number): void {
  first.writeUInt32BE(count, 28)
  first.copy(first, 92, 24, 28)
}

/** A page that leads to others, and its place. Source: SQLite's file format, 1.6. */
function innerPage(pages: readonly Buffer[]): readonly [Buffer, number] {
  const index = pages.findIndex((one, place) => place > 0 && (one[0] === 5 || one[0] === 2))
  const found = pages[index]
  if (found === undefined) throw new Error('the ledger is too small to have a page that leads to others')
  return [found, index]
}
