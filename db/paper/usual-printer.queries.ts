import { paperSizes, type PaperSize } from '../../domain/paper-size.ts'
import type { LedgerReader } from '../ledger.ts'

/** The setting that names the printer a size of paper last went to. */
export function usualPrinterKey(size: PaperSize): string {
  return `usualPrinter.${size}`
}

/** The printer each size of paper last went to, as the system calls it. */
export async function usualPrinters(db: LedgerReader): Promise<Partial<Record<PaperSize, string>>> {
  const rows = await db
    .selectFrom('setting')
    .selectAll()
    .where('key', 'in', paperSizes.map(usualPrinterKey))
    .execute()
  return Object.fromEntries(
    rows.flatMap(({ key, value }) => {
      const name: unknown = JSON.parse(value)
      const size = paperSizes.find((one) => usualPrinterKey(one) === key)
      return size !== undefined && typeof name === 'string' ? [[size, name]] : []
    }),
  )
}
