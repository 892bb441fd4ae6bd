import { closeOffice, createOffice } from '../office-ledger.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: makes a new ledger as set-up does.
 */

const { filePath } = JSON.parse(process.argv[2] ?? '{}') as { readonly filePath: string }

const ledger = createOffice(filePath)
acknowledge('made')
closeOffice(ledger)
