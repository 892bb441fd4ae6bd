import { closeOffice, foundOffice } from '../office-ledger.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: sets a new ledger up as the first page does, and tells its key and its recovery code.
 */

const { filePath } = JSON.parse(process.argv[2] ?? '{}') as { readonly filePath: string }

const { ledger, key, recoveryCode } = await foundOffice(filePath)
acknowledge(`made ${key.toString('hex')} ${String(recoveryCode)}`)
closeOffice(ledger)
