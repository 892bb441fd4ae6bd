import { noFilter } from '../../../domain/no-filter.ts'
import { listResidents } from '../../../db/resident/resident-list.queries.ts'
import { systemClock } from '../../../electron/system-clock.ts'
import { closeOffice, openOffice } from '../office-ledger.ts'
import { acknowledge } from './acknowledge.ts'
import { addSomebody, backUp, keyFrom } from './backup-office.ts'

/*
 * A program of its own, with a clock and in a time zone of its own: one day at the office.
 */

export interface ClockOrder {
  readonly filePath: string
  readonly key: string
  readonly index: number
}

const order = JSON.parse(process.argv[2] ?? '{}') as ClockOrder
const key = keyFrom(order.key)
const ledger = openOffice(order.filePath, systemClock, key)
await addSomebody(ledger, order.index)
await backUp(ledger, key)
const filter = { ...noFilter, sort: 'birth' } as const
const { rows } = await listResidents(ledger, { filter, offset: 0, limit: 200 })
const ages = rows.map(({ id, age }) => `${id}:${String(age)}`).sort()
closeOffice(ledger)
acknowledge(JSON.stringify({ todayOn: systemClock.todayOn(), ages }))
