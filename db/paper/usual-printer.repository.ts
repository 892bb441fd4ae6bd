import type { PaperSize } from '../../domain/paper-size.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { usualPrinterKey } from './usual-printer.queries.ts'

/** Remembers where a size of paper went. */
export async function upsertUsualPrinter(
  trx: LedgerTransaction,
  size: PaperSize,
  printerName: string,
): Promise<void> {
  await trx
    .insertInto('setting')
    .values({ key: usualPrinterKey(size), value: JSON.stringify(printerName) })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })),
    )
    .execute()
}
