import { expect, it } from 'vitest'
import { fieldsOfMerge, mergedLists, mergeFields } from '../../domain/duplicate-merge.ts'
import { recordFields } from '../../domain/record-change.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { attachedTables } from './attached-tables.ts'
import { columnsOfMerge, columnsOfRecord } from './merge-columns.ts'

it('knows every place in which the ledger names a person', () => {
  const { raw } = openTestLedger()
  const named = raw
    .prepare<[], { table: string; column: string }>(
      `SELECT list.name AS "table", info.name AS "column"
       FROM pragma_table_list AS list, pragma_table_info(list.name) AS info
       WHERE list.schema = 'main' AND list.type = 'table' AND (
         lower(info.name) LIKE '%residentid' OR info.name IN (
           SELECT "from" FROM pragma_foreign_key_list(list.name) WHERE "table" = 'resident'))`,
    )
    .all()
  const text = ({ table, column }: { table: string; column: string }) => `${table}.${column}`
  expect(attachedTables.map(text).sort()).toEqual(named.map(text).sort())
})

it('decides about every column of a record', () => {
  const { raw } = openTestLedger()
  const columns = raw.prepare<[], string>(`SELECT name FROM pragma_table_info('resident')`).pluck().all()
  const known = [...columnsOfRecord, ...mergeFields.flatMap((field) => columnsOfMerge[field])]
  expect(known.toSorted()).toEqual(columns.toSorted())
})

it('decides about every field that is written down when it changes', () => {
  const known = [...mergedLists, ...mergeFields.flatMap((field) => fieldsOfMerge[field])]
  expect(known.toSorted()).toEqual(recordFields.toSorted())
})
