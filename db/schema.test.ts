import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestLedger } from './testing/ledger-fixture.ts'

/** Shape: the columns of each table, as the interfaces of the schema files spell them. */
function writtenTables(): Record<string, string[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\.)schema\.ts$/.test(basename(file)),
  )
  const text = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
  const interfaces = [...text.matchAll(/^(?:export )?interface (\w+)Table \{\n(.*?)^\}/gms)]
  return Object.fromEntries(
    interfaces.map(([, name = '', body = '']) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      [...body.matchAll(/^ {2}(\w+): .*?(\| null)?$/gm)].map(
        ([, column = '', nullable]) => column + (nullable ? '?' : ''),
      ),
    ]),
  )
}

it('says of every table what the migrations make', () => {
  const { raw } = openTestLedger()
  const names = raw
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all()
  const columns = raw.prepare<[string], { name: string; notnull: number; pk: number }>(
    'SELECT * FROM pragma_table_info(?)',
  )
  const madeTables = Object.fromEntries(
    names.map((name) => [
      name,
      columns.all(name).map((column) => column.name + (column.notnull === 0 && column.pk === 0 ? '?' : '')),
    ]),
  )
  expect(writtenTables()).toEqual(madeTables)
})

it('keeps only strict tables', () => {
  const { raw } = openTestLedger()
  const loose = raw.prepare(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
  )
  expect(loose.pluck().all()).toEqual([])
})
