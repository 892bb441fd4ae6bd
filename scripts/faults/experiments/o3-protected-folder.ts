import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FailureCode } from '../../../domain/failure.ts'
import { failureSentence, isLedgerTrouble, ledgerTrouble } from '../../../domain/labels/failure.zh.ts'
import { openAfterwards } from '../app/app-office.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { makeControlFile, type SystemError } from '../shim/fault-control.ts'
import { runProgram } from '../work/start-program.ts'

type Expect = (holds: boolean, sentence: string) => void

/** What Windows' folder protection and its like answer to a program that makes a file. */
const errors: readonly SystemError[] = ['ENOENT', 'EPERM', 'EBADF', 'EACCES']
/** What Windows calls it, as whoever is told has to look for it there. */
const nameOfProtection = '\u53d7\u63a7\u6587\u4ef6\u5939\u8bbf\u95ee'

/** What can't be written because a folder is protected is not reported as saved, and the likely cause is named. */
export const protectedFolder: Experiment = {
  id: 'O3',
  what: 'folder that takes no new file (ENOENT, EPERM, EBADF, EACCES): what is told, and that it heals',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    let triedCount = 0
    for (const error of errors.slice(0, size({ fast: 2, ci: 4, release: 4 }))) {
      for (const isOwn of [false, true]) {
        const room = join(folder, `${error}-${isOwn ? 'own' : 'other'}`)
        const guarded = isOwn ? join(room, 'user', 'ledger') : join(room, 'documents')
        mkdirSync(guarded, { recursive: true })
        const control = join(room, 'control')
        makeControlFile(control)
        const order = { folder: room, guarded, control, error, isOwn }
        const acks = await runProgram('app-protected.ts', order, { shim: { folder: guarded, control } })
        triedCount += judge(acks, `${error}, ${isOwn ? 'own folder' : 'other folder'}`, expect)
        if (isOwn) await expectSound(join(room, 'user'), error, expect)
      }
    }
    return { triedCount, misses }
  },
}

/** Answers how many tries there were. */
function judge(acks: readonly string[], where: string, expect: Expect): number {
  for (const ack of acks) {
    const [tried = '', when = '', answer = ''] = ack.split('\t')
    const sentence = `${where}: ${tried} is ${answer}`
    if (tried === 'rest') expect(false, sentence)
    else if (tried === 'guard') expect(answer === 'met', sentence)
    else if (when === 'free') expect(answer === 'ok', `${sentence} after the protection was lifted`)
    else expect(answer !== 'ok' && isNamed(answer as FailureCode), sentence)
  }
  return acks.filter((ack) => !/^(rest|guard)/.test(ack)).length
}

/** Whether what is said names the protection: in the page of a ledger in trouble, or in the sentence. */
function isNamed(code: FailureCode): boolean {
  const { what, next } = ledgerTrouble(code)
  const page = isLedgerTrouble(code) ? [what + next] : []
  return [...page, failureSentence({ code })].every((text) => text.includes(nameOfProtection))
}

async function expectSound(userData: string, where: string, expect: Expect): Promise<void> {
  const { ledger } = await openAfterwards(userData)
  for (const fault of faultsOf(ledger.raw)) expect(false, `${where}: ${fault}`)
  closeOffice(ledger)
}
